import type { Credentials } from '../set/options.js';
import { stsRegion } from './sts-region.js';
import { TriedLog } from './tried.js';

/** STS answers in well under a second: nobody waits for a region of it that does not. */
const stsTimeouts = { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true };

/**
 * Credentials by the SDK's own chain, which is loaded when it is first asked and made anew each time: its own memory would give
 * back what is to be renewed. `renewing`: its files are read again.
 */
export async function defaultChain(profile: string | undefined, renewing: boolean): Promise<Credentials> {
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  const log = new TriedLog();
  const chain = defaultProvider({
    logger: log,
    ...(profile === undefined ? {} : { profile }),
    ignoreCache: renewing,
    roleAssumer: (source, params) =>
      inSts(profile, ({ getDefaultRoleAssumer }, options) => getDefaultRoleAssumer(options)(source, params)),
    roleAssumerWithWebIdentity: (params) =>
      inSts(profile, ({ getDefaultRoleAssumerWithWebIdentity }, options) =>
        getDefaultRoleAssumerWithWebIdentity(options)(params),
      ),
  });
  try {
    return await chain();
  } catch (error) {
    throw log.toldBy(error);
  }
}

type Sts = typeof import('@aws-sdk/nested-clients/sts');
type StsOptions = NonNullable<Parameters<Sts['getDefaultRoleAssumer']>[0]>;

/** Asks STS in a region that no account can be without, on connections of its own that end with the question. */
async function inSts<T>(profile: string | undefined, ask: (sts: Sts, options: StsOptions) => Promise<T>): Promise<T> {
  const [sts, { NodeHttpHandler }, region] = await Promise.all([
    import('@aws-sdk/nested-clients/sts'),
    import('@smithy/node-http-handler'),
    stsRegion(profile),
  ]);
  const requestHandler = new NodeHttpHandler(stsTimeouts);
  try {
    return await ask(sts, { region, requestHandler, parentClientConfig: profile === undefined ? {} : { profile } });
  } finally {
    requestHandler.destroy();
  }
}
