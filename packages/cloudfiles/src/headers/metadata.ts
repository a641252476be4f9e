import { OptionError } from '@proj/core';

/** The user's own texts beside an account, a container or an object. */
export type Metadata = Readonly<Record<string, string>>;

/** What they are called on the wire. */
export type MetadataOwner = 'Account' | 'Container' | 'Object';

/**
 * Metadata as headers. Names are of letters, digits and hyphens, since Swift silently makes a hyphen of an underscore; values are any text in one line, sent as
 * UTF-8.
 *
 * @throws OptionError
 */
export function metadataHeaders(owner: MetadataOwner, metadata: Metadata | undefined): Record<string, string> {
  if (metadata === undefined) return {};
  if (typeof metadata !== 'object' || metadata === null) throw new OptionError('metadata is an object of texts');
  const pairs = Object.entries(metadata).map(([name, value]) => {
    checkName(name);
    return [`x-${owner.toLowerCase()}-meta-${name.toLowerCase()}`, headerText(`metadata ${name}`, value)] as const;
  });
  return Object.fromEntries(pairs);
}

function checkName(name: string): void {
  if (name.includes('_')) {
    throw new OptionError(
      `metadata: ${JSON.stringify(name)} has an underscore, of which Swift makes a hyphen; write a hyphen`,
    );
  }
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return;
  throw new OptionError(`metadata: ${JSON.stringify(name)} cannot be the name of a header`);
}

/** A text as a header carries it: its bytes in UTF-8. @throws OptionError for one that no header can */
export function headerText(what: string, value: string): string {
  if (typeof value !== 'string') throw new OptionError(`${what} is no text`);
  if (/\p{Cc}/u.test(value.replaceAll('\t', '')) || value !== value.trim()) {
    throw new OptionError(`${what} has a line break, a control character or a space at an end, which no header keeps`);
  }
  return Buffer.from(value, 'utf8').toString('latin1');
}

/** The metadata of an answer, by names in small letters, without those that the service itself reads. */
export function metadataOf(
  owner: MetadataOwner,
  headers: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): Metadata {
  const start = `x-${owner.toLowerCase()}-meta-`;
  const own = Object.entries(headers).filter(([name]) => name.startsWith(start));
  const pairs = own.map(([name, value]) => [name.slice(start.length), value] as const);
  return Object.fromEntries(pairs.filter(([name]) => !without.includes(name)));
}
