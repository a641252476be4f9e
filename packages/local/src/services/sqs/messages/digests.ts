import { createHash } from 'node:crypto';
import type { MessageAttribute, MessageAttributes } from './message-attributes.js';

const STRING = Buffer.of(1);
const BINARY = Buffer.of(2);

/** The MD5 of a text in UTF-8, in hexadecimal. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/**
 * The MD5 of a message's attributes; `undefined` without any.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation
 */
export function attributesMd5(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) for (const part of parts(name, attributes[name])) hash.update(part);
  return hash.digest('hex');
}

function parts(name: string, attribute: MessageAttribute | undefined): readonly Buffer[] {
  const { DataType = '', StringValue, BinaryValue } = attribute ?? {};
  const binary = BinaryValue !== undefined;
  const value = binary ? Buffer.from(BinaryValue, 'base64') : Buffer.from(StringValue ?? '');
  return [
    ...counted(Buffer.from(name)),
    ...counted(Buffer.from(DataType)),
    binary ? BINARY : STRING,
    ...counted(value),
  ];
}

function counted(bytes: Buffer): readonly [Buffer, Buffer] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}
