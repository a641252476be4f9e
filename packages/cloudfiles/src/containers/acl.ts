import { OptionError } from '@proj/core';

/** Whom a container is open to: everybody, by where he comes from; who may list it without a token; a user; or a role. */
export type AclEntry =
  /** `*`, a host, or `.domain` for all hosts of it. The Referer header says it, which anybody may send: no secret is kept by that. */
  | { readonly referrer: string; readonly isDenied?: boolean | undefined }
  | { readonly listings: true }
  /** `*` is every project, or every user. By ids, since names may be somebody else's in another domain. */
  | { readonly project: string; readonly user: string }
  | { readonly role: string };

/** An access list: the entries in their order, which is that in which referrers are looked at. */
export type Acl = readonly AclEntry[];

const referrerNames: ReadonlySet<string> = new Set(['.r', '.ref', '.referer', '.referrer']);

/**
 * Reads an access list as Swift does.
 *
 * @throws OptionError for what is none
 * @see https://docs.openstack.org/swift/latest/overview_acl.html
 * @example
 * ```ts
 * parseAcl('.r:*,.rlistings'); // [{ referrer: '*' }, { listings: true }]
 * ```
 */
export function parseAcl(text: string): Acl {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(entryOf);
}

function entryOf(part: string): AclEntry {
  const colon = part.indexOf(':');
  if (part === '.rlistings') return { listings: true };
  if (colon < 0) return roleOf(part);
  const [first, second] = [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
  if (first.startsWith('.')) return referrerOf(part, first, second);
  if (first === '' || second === '')
    throw new OptionError(`an access list has ${JSON.stringify(part)}: write project:user`);
  return { project: first, user: second };
}

function roleOf(part: string): AclEntry {
  if (!part.startsWith('.')) return { role: part };
  throw new OptionError(`an access list has ${JSON.stringify(part)}; there are .r:… and .rlistings`);
}

function referrerOf(part: string, name: string, value: string): AclEntry {
  const isDenied = value.startsWith('-');
  const host = isDenied ? value.slice(1).trim() : value;
  const referrer = withoutStar(host);
  if (!referrerNames.has(name) || referrer === '' || referrer === '.') {
    throw new OptionError(`an access list has ${JSON.stringify(part)}, which is no referrer: write .r:host`);
  }
  return isDenied ? { referrer, isDenied } : { referrer };
}

/** Writes an access list. @throws OptionError for an entry that cannot be in one */
export function writeAcl(acl: Acl): string {
  const text = acl.map(partOf).join(',');
  if (!isSameAcl(parseAcl(text), acl)) throw new OptionError(`an access list cannot say ${JSON.stringify(acl)}`);
  return text;
}

function partOf(entry: AclEntry): string {
  if ('listings' in entry) return '.rlistings';
  if ('role' in entry) return entry.role;
  if ('referrer' in entry) return `.r:${entry.isDenied === true ? '-' : ''}${entry.referrer}`;
  return `${entry.project}:${entry.user}`;
}

/**
 * Whether two access lists let in the same: by what they say and not by how they are written. The order counts among referrers alone.
 *
 * @example
 * ```ts
 * isSameAcl(parseAcl('.referrer : *, a:b'), parseAcl('a:b,.r:*')); // true
 * ```
 */
export function isSameAcl(a: Acl, b: Acl): boolean {
  const [first, second] = [normalOf(a), normalOf(b)];
  return first.length === second.length && first.every((part, index) => part === second[index]);
}

function normalOf(acl: Acl): readonly string[] {
  const referrers = acl.filter((entry) => 'referrer' in entry).map(idOf);
  const others = acl.filter((entry) => !('referrer' in entry)).map(idOf);
  return [...referrers, ...[...new Set(others)].sort()];
}

/** What tells an entry from others, whatever is written in it. */
function idOf(entry: AclEntry): string {
  if ('listings' in entry) return 'listings';
  if ('role' in entry) return JSON.stringify(['role', entry.role]);
  if ('project' in entry) return JSON.stringify(['user', entry.project, entry.user]);
  return JSON.stringify(['referrer', withoutStar(entry.referrer), entry.isDenied === true]);
}

/** `*.example.com` and `.example.com` are the same. */
function withoutStar(host: string): string {
  return host.length > 1 && host.startsWith('*') ? host.slice(1).trim() : host;
}
