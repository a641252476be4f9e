import { targetOf } from '../../targets/target.js';
import type { SharedCredentials } from '../credentials/shared-credentials.js';
import type { ServiceSetOptions } from '../set/options.js';
import type { WireHandler } from '../wire/connections.js';

/** Whom core asks its own questions, and as whom. */
export interface LookUp {
  readonly partition: string;
  readonly credentials: SharedCredentials;
  readonly handler: WireHandler;
  readonly endpoint: ServiceSetOptions<never>['endpoint'];
}

/** The address that the set's own options give for a service. */
export function endpointOf({ endpoint, partition }: LookUp, service: string, region: string): string | undefined {
  return typeof endpoint === 'function' ? endpoint(targetOf({ service, region, partition })) : endpoint;
}
