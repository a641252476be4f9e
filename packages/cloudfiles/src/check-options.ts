import { OptionError } from '@proj/core';

/** @throws OptionError for what cannot work, before anything is sent */
export function checkOptions(call: string, auth: unknown, options: unknown): void {
  if (typeof auth !== 'object' || auth === null || Object.keys(auth).length === 0) {
    throw new OptionError(`${call}: auth says who logs in: keystone(…), rackspace(…), v1(…), or one for each region`);
  }
  const { regions, maxAttempts, pageSize, allowHttp } = (options ?? {}) as Readonly<Record<string, unknown>>;
  const decided = Object.keys((options ?? {}) as object).find((name) => ['service', 'partition'].includes(name));
  if (decided !== undefined) throw new OptionError(`${call}: '${decided}' is not an option`);
  if (regions !== undefined && (!Array.isArray(regions) || regions.length === 0)) {
    throw new OptionError(`${call}: regions is a list of names or globs of the catalog's regions`);
  }
  if (allowHttp !== undefined && typeof allowHttp !== 'boolean')
    throw new OptionError(`${call}: allowHttp is true or false`);
  checkWhole(`${call}: maxAttempts`, maxAttempts, 100);
  checkWhole(`${call}: pageSize`, pageSize, 10_000);
}

function checkWhole(what: string, value: unknown, most: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most)) return;
  throw new OptionError(`${what} is ${String(value)}; give a whole number from 1 to ${most}`);
}
