import { mayBeTheClock, saysExpired } from '../failures/expiry-codes.js';
import { chainRemedy } from './credentials-error.js';

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
  if (!saysExpired(error)) return undefined;
  const clock = mayBeTheClock(error) ? ", or this machine's clock is wrong" : '';
  return `The AWS credentials have expired${clock}: ${chainRemedy(process.env['AWS_PROFILE'])}, and call again.`;
}

/** The same of many, each sentence once. */
export function adviceOn(failures: readonly { readonly error: Error }[]): string | undefined {
  const sentences = new Set(failures.map(({ error }) => adviceFor(error)).filter((advice) => advice !== undefined));
  return sentences.size === 0 ? undefined : [...sentences].join(' ');
}
