import { createHash } from 'node:crypto';
import { CredentialsBroker } from './credentials-broker.js';
import { chainRemedy, givenRemedy, providerRemedy } from './credentials-error.js';
import { defaultChain } from './default-chain.js';
import type { CredentialProvider, Credentials } from './options.js';
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

const ofGiven = new WeakMap<object, CredentialsBroker>();
const ofChains = new Map<string, CredentialsBroker>();
/** More than a process has, unless it changes its environment again and again. */
const mostChains = 16;

/** The one broker of this process for these credentials: by the identity of what was given, else by the profile and the environment as they are now. */
export function brokerOf(
  given: Credentials | CredentialProvider | undefined,
  profile: string | undefined,
): CredentialsBroker {
  return given === undefined ? brokerOfChain(profile) : brokerOfGiven(given, profile);
}

function brokerOfGiven(given: Credentials | CredentialProvider, profile: string | undefined): CredentialsBroker {
  const known = ofGiven.get(given);
  if (known !== undefined) return known;
  const broker = new CredentialsBroker(typeof given === 'function' ? fromProvider(given, profile) : fromKeys(given));
  ofGiven.set(given, broker);
  return broker;
}

function fromKeys(keys: Credentials): CredentialsOrigin {
  return { renews: false, remedy: givenRemedy, ask: async () => keys };
}

/** The SDK's own providers also ask for what a client would tell them: the region in which to ask STS, above all. */
function fromProvider(provider: CredentialProvider, profile: string | undefined): CredentialsOrigin {
  const callerClientConfig = { region: () => stsRegion(profile), profile };
  const ask = (renewing: boolean): Promise<Credentials> => {
    const asking = { forceRefresh: renewing, callerClientConfig };
    return provider(asking);
  };
  return { renews: true, remedy: providerRemedy, ask };
}

function brokerOfChain(profile: string | undefined): CredentialsBroker {
  const key = environmentKey(profile);
  const known = ofChains.get(key);
  if (known !== undefined) return known;
  const broker = new CredentialsBroker({
    renews: true,
    remedy: chainRemedy(profile ?? process.env['AWS_PROFILE']),
    ask: (renewing) => {
      // Asked in another environment, it no longer stands for the one that it was made in.
      if (environmentKey(profile) !== key) ofChains.delete(key);
      return defaultChain(profile, renewing);
    },
  });
  for (const oldest of [...ofChains.keys()].slice(0, Math.max(0, ofChains.size + 1 - mostChains)))
    ofChains.delete(oldest);
  ofChains.set(key, broker);
  return broker;
}

/** Everything that the chain looks at, as a digest: there are secrets among it. */
function environmentKey(profile: string | undefined): string {
  const names = Object.keys(process.env).filter((name) => /^(AWS_|HOME|USERPROFILE)/.test(name));
  const values = names.sort().map((name) => [name, process.env[name]]);
  return createHash('sha256')
    .update(JSON.stringify([profile ?? null, values]))
    .digest('base64');
}
