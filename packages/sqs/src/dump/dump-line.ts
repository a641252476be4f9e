import type { Message } from '../messages/message.js';
import type { TypedAttribute } from '../messages/message-attributes.js';
import type { OutgoingMessage } from '../messages/outgoing.js';
import { DumpFormatError } from './dump-format-error.js';

/** A message as a line of a dump. Bytes are in base64. */
interface DumpedMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt?: string | undefined;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
  readonly attributes?: Readonly<
    Record<string, { readonly type: string; readonly text?: string; readonly bytes?: string }>
  >;
}

/** A message as a line, with its line feed. */
export function lineOf(message: Message): string {
  const { id, body, sentAt, groupId, deduplicationId, typedAttributes } = message;
  const attributes = Object.entries(typedAttributes).map(
    ([name, { DataType: type = '', StringValue, BinaryValue }]) => {
      return [
        name,
        BinaryValue ? { type, bytes: Buffer.from(BinaryValue).toString('base64') } : { type, text: StringValue },
      ];
    },
  );
  const line = {
    id,
    body,
    sentAt: sentAt?.toISOString(),
    groupId,
    deduplicationId,
    attributes: attributes.length === 0 ? undefined : Object.fromEntries(attributes),
  };
  return `${JSON.stringify(line)}\n`;
}

/**
 * A line as a message to send, and the id that it had.
 *
 * @throws DumpFormatError
 */
export function readLine(
  line: string,
  number: number,
): { readonly id: string; readonly message: OutgoingMessage<string> } {
  const { id, body, groupId, deduplicationId, attributes } = parsed(line, number);
  if (typeof id !== 'string' || typeof body !== 'string') throw new DumpFormatError(number, 'has no id or no body');
  const typed = Object.entries(attributes ?? {}).map(([name, { type, text, bytes }]): [string, TypedAttribute] => {
    return [name, { type, value: bytes === undefined ? (text ?? '') : Buffer.from(bytes, 'base64') }];
  });
  return { id, message: { body, groupId, deduplicationId, attributes: Object.fromEntries(typed) } };
}

function parsed(line: string, number: number): DumpedMessage {
  try {
    return (JSON.parse(line) ?? {}) as DumpedMessage;
  } catch (cause) {
    throw new DumpFormatError(number, 'is no JSON', { cause });
  }
}
