import { createHash } from 'node:crypto';
import type { CredentialProvider, Credentials } from '../set/options.js';
import { CredentialsBroker } from './credentials-broker.js';
import { fromChain, fromKeys, fromProvider } from './credentials-origin.js';

const ofGiven = new WeakMap<object, CredentialsBroker>();
const ofChains = new Map<string, CredentialsBroker>();
/** More than a process has, unless it changes its environment again and again. */
const mostChains = 16;

/**
 * The one broker of this process for these credentials: by the identity of what was given, else by the profile and the environment
 * as they are now.
 */
export function brokerOf(
  given: Credentials | CredentialProvider | undefined,
  profile: string | undefined,
): CredentialsBroker {
  if (given === undefined) return brokerOfChain(profile);
  const known = ofGiven.get(given);
  if (known !== undefined) return known;
  const broker = new CredentialsBroker(typeof given === 'function' ? fromProvider(given, profile) : fromKeys(given));
  ofGiven.set(given, broker);
  return broker;
}

function brokerOfChain(profile: string | undefined): CredentialsBroker {
  const key = environmentKey(profile);
  const known = ofChains.get(key);
  if (known !== undefined) return known;
  const chain = fromChain(profile);
  const ask = (renewing: boolean): Promise<Credentials> => {
    // Asked in another environment, it no longer stands for the one that it was made in.
    if (environmentKey(profile) !== key) ofChains.delete(key);
    return chain.ask(renewing);
  };
  const broker = new CredentialsBroker({ ...chain, ask });
  forgetOldest();
  ofChains.set(key, broker);
  return broker;
}

function forgetOldest(): void {
  const [oldest] = ofChains.keys();
  if (oldest !== undefined && ofChains.size >= mostChains) ofChains.delete(oldest);
}

/** Everything that the chain looks at, as a digest: there are secrets among it. */
function environmentKey(profile: string | undefined): string {
  const names = Object.keys(process.env).filter((name) => /^(AWS_|HOME|USERPROFILE)/.test(name));
  const values = names.sort().map((name) => [name, process.env[name]]);
  return createHash('sha256')
    .update(JSON.stringify([profile ?? null, values]))
    .digest('base64');
}
