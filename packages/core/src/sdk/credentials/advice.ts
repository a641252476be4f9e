import { mayBeTheClock, saysExpired } from '../failures/expiry-codes.js';
import { chainRemedy } from './credentials-error.js';

/** What is known of the credentials with which a service was asked. */
interface Asking {
  /** What to do when they have expired. */
  readonly remedy: string;
  /** Whether they have a session, which ends, as keys for good do not. */
  readonly isSession: boolean;
}

const known = new WeakMap<Error, string>();

/** What to do about an error that says that credentials have expired, by where these came from. */
export function expiryAdvice(error: unknown, { remedy, isSession }: Asking): string {
  if (mayBeTheClock(error) && !isSession) {
    return "The service takes the request for one of another time, and these keys do not expire: set this machine's clock right, and call again.";
  }
  const clock = mayBeTheClock(error) ? ", or this machine's clock is wrong" : '';
  return `The AWS credentials have expired${clock}: ${remedy}, and call again.`;
}

/** Keeps what to do about an error with it, since an outcome does not say with whose credentials it was asked for. */
export function keepAdvice(error: Error, advice: string | undefined): void {
  if (advice !== undefined) known.set(error, advice);
}

/**
 * What to do about an error of an outcome, as a sentence, where there is more to say than the service's own words do: that
 * credentials have expired, and how to renew them. `undefined` for all other errors.
 *
 * @example
 * ```ts
 * for (const { target, error } of report.failures) console.error(target.region, error.message, adviceFor(error) ?? '');
 * ```
 */
export function adviceFor(error: unknown): string | undefined {
  const kept = error instanceof Error ? known.get(error) : undefined;
  if (kept !== undefined || !saysExpired(error)) return kept;
  return expiryAdvice(error, { remedy: chainRemedy(process.env['AWS_PROFILE']), isSession: true });
}

/** The same of many, each sentence once. */
export function adviceOn(failures: readonly { readonly error: Error }[]): string | undefined {
  const sentences = new Set(failures.map(({ error }) => adviceFor(error)).filter((advice) => advice !== undefined));
  return sentences.size === 0 ? undefined : [...sentences].join(' ');
}
