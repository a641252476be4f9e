import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { OptionError } from '@proj/core';

/**
 * A value of an attribute: a text; a number, which is sent as one; bytes; or with a type of one's own behind a dot, such as
 * `{ type: 'Number.float', value: '1.5' }`.
 */
export type AttributeInput = string | number | bigint | Uint8Array | TypedAttribute;

/** A value with the type that it is to have on the wire: `String`, `Number` or `Binary`, and anything behind a dot. */
export interface TypedAttribute {
  readonly type: string;
  readonly value: string | Uint8Array;
}

/** The attributes of a message as the wire has them. */
export type WireAttributes = Readonly<Record<string, MessageAttributeValue>>;

const most = 10;
const nameRule = /^(?!AWS\.|Amazon\.)(?!.*\.\.)(?!\.)[A-Za-z0-9_.-]{1,256}(?<!\.)$/i;

/**
 * Attributes for the wire.
 *
 * @throws OptionError for names and values that SQS would refuse
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function wireAttributes(
  given: Readonly<Record<string, AttributeInput>> | undefined,
): WireAttributes | undefined {
  const names = Object.keys(given ?? {});
  if (given === undefined || names.length === 0) return undefined;
  if (names.length > most) throw new OptionError(`a message has at most ${most} attributes; there are ${names.length}`);
  return Object.fromEntries(names.map((name) => [checkedName(name), wireValue(name, given[name])]));
}

/** Attributes as they came: texts, or bytes. */
export function readAttributes(attributes: WireAttributes): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { StringValue, BinaryValue }]) => [name, BinaryValue ?? StringValue ?? '']),
  );
}

function checkedName(name: string): string {
  if (nameRule.test(name)) return name;
  throw new OptionError(
    `${JSON.stringify(name)} names no attribute: 1 to 256 of a-z, A-Z, 0-9, _, - and single dots inside, not beginning with AWS. or Amazon.`,
  );
}

function wireValue(name: string, value: AttributeInput | undefined): MessageAttributeValue {
  if (typeof value === 'number' && !Number.isFinite(value)) throw wrong(name, String(value));
  if (typeof value === 'number' || typeof value === 'bigint') return { DataType: 'Number', StringValue: String(value) };
  if (typeof value === 'string') return typed(name, 'String', value);
  if (value instanceof Uint8Array) return typed(name, 'Binary', value);
  if (typeof value !== 'object' || value === null) throw wrong(name, typeof value);
  return typed(name, value.type, value.value);
}

function typed(name: string, type: string, value: string | Uint8Array): MessageAttributeValue {
  const [kind] = String(type).split('.');
  const fits = kind === 'Binary' ? value instanceof Uint8Array : typeof value === 'string';
  if (!['String', 'Number', 'Binary'].includes(kind ?? '') || !fits) throw wrong(name, `of the type ${type}`);
  if (value.length === 0) throw wrong(name, 'empty');
  return typeof value === 'string' ? { DataType: type, StringValue: value } : { DataType: type, BinaryValue: value };
}

function wrong(name: string, what: string): OptionError {
  return new OptionError(
    `the attribute ${JSON.stringify(name)} is ${what}; give a text or bytes that are not empty, a number, or { type, value }`,
  );
}
