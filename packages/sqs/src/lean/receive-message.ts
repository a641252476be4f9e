import { hash } from 'node:crypto';
import {
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  type Message as WireMessage,
} from '@aws-sdk/client-sqs';
import type { LeanOperation } from './lean-command.js';

interface Received {
  Messages?: WireMessage[];
}

/** ReceiveMessage by the short way, its bodies checked by their MD5 as the SDK does. */
export const receiveMessage: LeanOperation<ReceiveMessageCommandInput, Received> = {
  name: 'ReceiveMessage',
  command: (input) => new ReceiveMessageCommand(input),
  read: (answer, { md5 }) => {
    const { Messages: messages = [] } = answer as { readonly Messages?: unknown };
    if (!Array.isArray(messages)) return undefined;
    for (const message of messages) {
      if (!isMessage(message) || (md5 !== false && hash('md5', message.Body ?? '') !== message.MD5OfBody))
        return undefined;
      readBytes(message);
    }
    return messages.length === 0 ? {} : { Messages: messages };
  },
};

function isMessage(value: unknown): value is WireMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { Body: body, MessageId: id, ReceiptHandle: receipt } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof receipt === 'string' && (body === undefined || typeof body === 'string');
}

/** Bytes are base64 on the wire. */
function readBytes({ MessageAttributes }: WireMessage): void {
  if (MessageAttributes === undefined || MessageAttributes === null) return;
  for (const value of Object.values(MessageAttributes)) {
    const bytes: unknown = value.BinaryValue;
    if (typeof bytes === 'string') value.BinaryValue = new Uint8Array(Buffer.from(bytes, 'base64'));
  }
}
