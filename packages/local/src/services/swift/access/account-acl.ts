import { SwiftError } from '../swift-error.js';

/** What an account's own list grants: each level what those before it do, and more. */
export type Level = 'read-only' | 'read-write' | 'admin';

const LEVELS: readonly Level[] = ['read-only', 'read-write', 'admin'];

/** The header in which an account's own list comes. */
export const ACCOUNT_ACL = 'x-account-access-control';

/** Refuses a list that is none. Throws SwiftError. */
export function checkAccountAcl(text: string | undefined): void {
  if (text === undefined || text === '' || text === '{}') return;
  if (!readAcl(text))
    throw new SwiftError(
      400,
      `X-Account-Access-Control invalid: Syntax error in input ('${text}')\n\nInput: ${text}\n`,
      {
        type: 'text/plain; charset=UTF-8',
      },
    );
}

/** The most that the list grants to any of these groups. */
export function levelOf(text: string | undefined, groups: ReadonlySet<string>): Level | undefined {
  const acl = readAcl(text ?? '');
  return [...LEVELS].reverse().find((level) => acl?.[level]?.some((name) => groups.has(name)));
}

function readAcl(text: string): Readonly<Partial<Record<Level, readonly string[]>>> | undefined {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fits = Object.entries(value).every(([level, names]) => isLevel(level) && isNames(names));
  return fits ? value : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLevel(name: string): name is Level {
  return LEVELS.some((level) => level === name);
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
