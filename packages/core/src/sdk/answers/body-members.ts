import { NormalizedSchema } from '@smithy/core/schema';

const known = new WeakMap<object, readonly string[] | undefined>();

/**
 * The names of the members that the body of an operation's answer has, none for one that answers nothing; `undefined` when
 * the body is a payload of the caller's own: text, bytes or a stream, which may look like anything.
 *
 * Never waits: a body whose connection breaks while nobody reads it would be waited for in vain afterwards.
 */
export function bodyMembers(output: unknown): readonly string[] | undefined {
  if (!isObject(output)) return readMembers(output);
  if (!known.has(output)) known.set(output, readMembers(output));
  return known.get(output);
}

function readMembers(output: unknown): readonly string[] | undefined {
  const schema = NormalizedSchema.of(output as never);
  if (!schema.isStructSchema()) return [];
  const members = [...schema.structIterator()];
  const payload = members.find(([, member]) => member.getMergedTraits().httpPayload !== undefined)?.[1];
  if (payload === undefined) return members.filter(([, member]) => isInBody(member)).map(nameInBody);
  return isStructure(payload) ? [...payload.structIterator()].map(nameInBody) : undefined;
}

/** An event stream's schema is a structure too, or a union of its events. */
function isStructure(payload: NormalizedSchema): boolean {
  return payload.isStructSchema() && !payload.isUnionSchema() && !payload.isStreaming();
}

function isInBody(member: NormalizedSchema): boolean {
  const { httpHeader, httpPrefixHeaders, httpResponseCode } = member.getMergedTraits();
  return httpHeader === undefined && httpPrefixHeaders === undefined && httpResponseCode === undefined;
}

function nameInBody([name, member]: readonly [string, NormalizedSchema]): string {
  return member.getMergedTraits().jsonName ?? name;
}

function isObject(output: unknown): output is object {
  return (typeof output === 'object' && output !== null) || typeof output === 'function';
}
