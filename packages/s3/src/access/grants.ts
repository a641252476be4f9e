import type { Permission, Grantee as WireGrantee, Owner as WireOwner } from '@aws-sdk/client-s3';

const groups = {
  AllUsers: 'http://acs.amazonaws.com/groups/global/AllUsers',
  AuthenticatedUsers: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  LogDelivery: 'http://acs.amazonaws.com/groups/s3/LogDelivery',
} as const;

/** Everybody; everybody with an AWS account; the service that writes logs. */
export type Group = keyof typeof groups;

/** Who is given a right: an account by its canonical id or by an email address, a group, or one that only its URI names. */
export type Grantee =
  | { readonly id: string; readonly displayName?: string | undefined }
  | { readonly email: string }
  | { readonly group: Group }
  | { readonly uri: string };

/**
 * A right, and whose it is.
 *
 * @example
 * ```ts
 * const grant: Grant = { to: { group: 'AllUsers' }, permission: 'READ' };
 * ```
 */
export interface Grant<P extends string = Permission> {
  readonly to: Grantee;
  readonly permission: P;
}

/** Whose a bucket or an object is: the account's canonical id. */
export interface Owner {
  readonly id: string;
  readonly displayName?: string | undefined;
}

interface WireGrant<P> {
  readonly Grantee?: WireGrantee | undefined;
  readonly Permission?: P | undefined;
}

export function ownerOf({ ID, DisplayName }: WireOwner = {}): Owner {
  return { id: ID ?? '', displayName: DisplayName };
}

/** A grant as S3 sends it. */
export function grantOf<P extends string>({ Grantee, Permission }: WireGrant<P>): Grant<P> {
  return { to: granteeOf(Grantee), permission: Permission ?? ('' as P) };
}

function granteeOf({ ID, DisplayName, EmailAddress, URI }: Partial<WireGrantee> = {}): Grantee {
  if (URI !== undefined) {
    const group = (Object.keys(groups) as Group[]).find((name) => groups[name] === URI);
    return group === undefined ? { uri: URI } : { group };
  }
  return EmailAddress === undefined ? { id: ID ?? '', displayName: DisplayName } : { email: EmailAddress };
}

/** A grant as S3 takes it. */
export function wireGrant<P extends string>({ to, permission }: Grant<P>): { Grantee: WireGrantee; Permission: P } {
  return { Grantee: wireGrantee(to), Permission: permission };
}

function wireGrantee(to: Grantee): WireGrantee {
  if ('id' in to) return { Type: 'CanonicalUser', ID: to.id };
  if ('email' in to) return { Type: 'AmazonCustomerByEmail', EmailAddress: to.email };
  return { Type: 'Group', URI: 'uri' in to ? to.uri : groups[to.group] };
}

/** Whether two grants are one. */
export function isSameGrant(one: Grant, other: Grant): boolean {
  return one.permission === other.permission && nameOf(one.to) === nameOf(other.to);
}

/** A grantee as the headers of a request name him. */
function nameOf(to: Grantee): string {
  const { ID, EmailAddress, URI } = wireGrantee(to);
  if (ID !== undefined) return `id="${ID}"`;
  return URI === undefined ? `emailAddress="${EmailAddress}"` : `uri="${URI}"`;
}

const headers = {
  FULL_CONTROL: 'GrantFullControl',
  READ: 'GrantRead',
  READ_ACP: 'GrantReadACP',
  WRITE_ACP: 'GrantWriteACP',
} as const;

/** The grants of an object as members of a request that writes it. */
export function grantHeaders(grants: readonly Grant[]): { [H in (typeof headers)[keyof typeof headers]]?: string } {
  const members = Object.entries(headers).map(([permission, header]) => {
    const names = grants.filter((grant) => grant.permission === permission).map(({ to }) => nameOf(to));
    return [header, names.join(', ')] as const;
  });
  return Object.fromEntries(members.filter(([, names]) => names !== ''));
}

/** Whether a value names a grantee. */
export function isGrantee(to: unknown): to is Grantee {
  if (typeof to !== 'object' || to === null) return false;
  const { id, email, group, uri } = to as Readonly<Record<string, unknown>>;
  if (group !== undefined) return typeof group === 'string' && group in groups;
  return [id, email, uri].filter((name) => typeof name === 'string' && name !== '').length === 1;
}
