import { EndpointError } from '@smithy/core/endpoints';
import type { EndpointParameters as AnyParameters, EndpointV2 } from '@smithy/types';

/** What decides where requests go, as the SDK's resolver hands it over. */
export interface EndpointParameters extends AnyParameters {
  readonly Region?: string | undefined;
  readonly UseDualStack?: boolean | undefined;
  readonly UseFIPS?: boolean | undefined;
  readonly Endpoint?: string | undefined;
}

/** Which of a client's settings become which parameter. */
export const endpointInstructions = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
} as const;

/**
 * Where SimpleDB is: us-east-1 came first, and has no region in its name.
 *
 * @throws EndpointError for a client without a region, and for FIPS and dual-stack endpoints, which SimpleDB does not have
 * @see https://docs.aws.amazon.com/general/latest/gr/sdb.html
 */
export function endpointOf({ Endpoint, Region, UseDualStack, UseFIPS }: EndpointParameters): EndpointV2 {
  if (UseFIPS) throw new EndpointError('SimpleDB has no FIPS endpoints: leave useFipsEndpoint out');
  if (UseDualStack) throw new EndpointError('SimpleDB has no dual-stack endpoints: leave useDualstackEndpoint out');
  if (Endpoint) return { url: new URL(Endpoint) };
  if (!Region) throw new EndpointError('Invalid Configuration: Missing Region');
  return { url: new URL(`https://${Region === 'us-east-1' ? 'sdb' : `sdb.${Region}`}.amazonaws.com`) };
}
