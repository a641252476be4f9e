import { type RegionInfo, regionInfo, regionsOf } from '@proj/core';
import type { Host } from '../host/host.js';
import type { Service } from '../services/service.js';

/** Operations whose answer is the account's, whichever region is asked, although the service has an endpoint in each. */
const ofTheAccount: ReadonlySet<string> = new Set(['s3.ListBuckets', 'account.ListRegions', 'ec2.DescribeRegions']);

const far = ['us-east-1', 'eu-central-1'];

interface Resolved {
  readonly url: { readonly host: string };
}

type EndpointProvider = (parameters: Readonly<Record<string, unknown>>) => Resolved;

/**
 * The one region to ask where all would give the same answer: of a service with one endpoint for all of them (IAM, Route 53), by
 * the SDK's own rules, and of the few operations that answer for the whole account. `undefined` where regions differ.
 */
export function oneRegionFor({ Client, client }: Service, operation: string, host: Host): string | undefined {
  if (!ofTheAccount.has(`${client}.${operation}`) && !hasOneEndpoint(Client)) return undefined;
  const configured: RegionInfo | undefined = regionInfo(host.env['AWS_REGION'] ?? host.env['AWS_DEFAULT_REGION'] ?? '');
  if (configured === undefined || configured.partition === 'aws') return far[0];
  return regionsOf(configured.partition)[0];
}

function hasOneEndpoint(Client: Service['Client']): boolean {
  const [first, second] = far.map((region) => hostIn(Client, region));
  return first !== undefined && first === second;
}

function hostIn(Client: Service['Client'], region: string): string | undefined {
  const { config } = new Client({ region } as never) as { readonly config?: { endpointProvider?: EndpointProvider } };
  try {
    return config?.endpointProvider?.({ Region: region, UseDualStack: false, UseFIPS: false }).url.host;
  } catch {
    return undefined; // its rules want more than a region to go by
  }
}
