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

/** The regions that have it, and no others will: https://docs.aws.amazon.com/general/latest/gr/sdb.html, November 2026. */
const simpleDbRegions: readonly string[] = [
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'sa-east-1',
];

/**
 * Where SimpleDB is: us-east-1 came first, and has no region in its name.
 *
 * @throws EndpointError for a client without a region or with one that has no SimpleDB, and for FIPS and dual-stack endpoints, which SimpleDB does not have
 * @see https://docs.aws.amazon.com/general/latest/gr/sdb.html
 */
export function endpointOf({ Endpoint, Region, UseDualStack, UseFIPS }: EndpointParameters): EndpointV2 {
  if (UseFIPS) throw new EndpointError('SimpleDB has no FIPS endpoints: leave useFipsEndpoint out');
  if (UseDualStack) throw new EndpointError('SimpleDB has no dual-stack endpoints: leave useDualstackEndpoint out');
  if (Endpoint) return { url: new URL(Endpoint) };
  if (!Region) throw new EndpointError('Invalid Configuration: Missing Region');
  if (!simpleDbRegions.includes(Region)) {
    throw new EndpointError(`SimpleDB is not in ${JSON.stringify(Region)}: it is in ${simpleDbRegions.join(', ')}`);
  }
  return { url: new URL(`https://${Region === 'us-east-1' ? 'sdb' : `sdb.${Region}`}.amazonaws.com`) };
}
