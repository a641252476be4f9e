import type { CredentialProvider, Credentials } from '../set/options.js';
import { chainRemedy, givenRemedy, providerRemedy } from './credentials-error.js';
import { defaultChain } from './default-chain.js';
import { stsRegion } from './sts-region.js';

/** Where credentials come from. */
export interface CredentialsOrigin {
  /** Whether asking again may give others. */
  readonly renews: boolean;
  /** What to do when they have expired. */
  readonly remedy: string;
  /** Asks for them. `renewing`: those that were given before are no longer wanted. */
  ask(renewing: boolean): Promise<Credentials>;
}

/** Keys that were given: there are no others. */
export function fromKeys(keys: Credentials): CredentialsOrigin {
  return { renews: false, remedy: givenRemedy, ask: async () => keys };
}

/** A provider that was given. The SDK's own also ask for what a client would tell them: the region in which to ask STS, above all. */
export function fromProvider(provider: CredentialProvider, profile: string | undefined): CredentialsOrigin {
  const callerClientConfig = { region: () => stsRegion(profile), profile };
  const ask = (renewing: boolean): Promise<Credentials> => {
    const asking = { forceRefresh: renewing, callerClientConfig };
    return provider(asking);
  };
  return { renews: true, remedy: providerRemedy, ask };
}

/** The SDK's own chain. */
export function fromChain(profile: string | undefined): CredentialsOrigin {
  const remedy = chainRemedy(profile ?? process.env['AWS_PROFILE']);
  return { renews: true, remedy, ask: (renewing) => defaultChain(profile, renewing) };
}
