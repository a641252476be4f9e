import { OptionError } from '@proj/core';

/** What the endpoints decide, or the package itself. */
const decided: readonly string[] = ['service', 'regions', 'partition'];

/**
 * Refuses options that cannot work: what are no addresses by region, and what the addresses decide.
 *
 * @throws OptionError naming the option or the region
 */
export function checkOptions(call: string, options: unknown): void {
  const { endpoints } = (options ?? {}) as { readonly endpoints?: unknown };
  if (typeof endpoints !== 'object' || endpoints === null || Object.keys(endpoints).length === 0) {
    throw new OptionError(`${call}: give endpoints, an address for each region: { north: 'https://…' }`);
  }
  const extra = Object.keys(options as object).find((name) => decided.includes(name));
  if (extra !== undefined) {
    throw new OptionError(`${call}: '${extra}' is not an option; the endpoints say which regions there are`);
  }
  const wrong = Object.entries(endpoints).find(([, address]) => !isAddress(address));
  if (wrong === undefined) return;
  // The address is not shown: one that is mistaken may have a password in it.
  throw new OptionError(`${call}: the endpoint of ${wrong[0]} is no http(s) address without user, query and fragment`);
}

function isAddress(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, username, password, search, hash } = new URL(address);
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '');
}
