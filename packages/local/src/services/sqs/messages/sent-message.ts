import { list, map, type Named } from '../shapes/collections.js';
import { bytes, integer, text } from '../shapes/scalars.js';
import type { Shape } from '../shapes/shape.js';
import { type MembersOf, structure } from '../shapes/structure.js';
import type { MessageAttribute } from './message-attributes.js';

/** An attribute as it is given, which may be none. */
export interface GivenAttribute extends MessageAttribute {
  readonly StringListValues?: readonly string[] | undefined;
  readonly BinaryListValues?: readonly string[] | undefined;
}

/** What a sender gives for one message. */
export interface SentMessage {
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: Named<GivenAttribute> | undefined;
  readonly MessageSystemAttributes?: Named<GivenAttribute> | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}

/** What a sender hears of its message. */
export interface SendAnswer {
  readonly MD5OfMessageBody: string;
  readonly MD5OfMessageAttributes: string | undefined;
  readonly MD5OfMessageSystemAttributes: string | undefined;
  readonly MessageId: string;
  readonly SequenceNumber: string | undefined;
}

/** An attribute of a message, as it is given and shown. */
export const givenAttribute: Shape<GivenAttribute> = structure<GivenAttribute>(
  {
    DataType: text,
    StringValue: text,
    BinaryValue: bytes,
    StringListValues: list(text, 'StringListValue'),
    BinaryListValues: list(bytes, 'BinaryListValue'),
  },
  ['DataType'],
);

/** The members of {@link SentMessage}. */
export const sentMembers: MembersOf<SentMessage> = {
  MessageBody: text,
  DelaySeconds: integer,
  MessageAttributes: map(givenAttribute, 'MessageAttribute', 'Name'),
  MessageSystemAttributes: map(givenAttribute, 'MessageSystemAttribute', 'Name'),
  MessageDeduplicationId: text,
  MessageGroupId: text,
};

/** The members of {@link SendAnswer}. */
export const sendAnswer: MembersOf<SendAnswer> = {
  MD5OfMessageBody: text,
  MD5OfMessageAttributes: text,
  MD5OfMessageSystemAttributes: text,
  MessageId: text,
  SequenceNumber: text,
};
