import { ApiError } from '../../../wire/api-error.js';
import type { Named } from '../shapes/collections.js';
import { checkText } from './check-text.js';
import type { MessageAttributes } from './message-attributes.js';
import type { GivenAttribute } from './sent-message.js';

const MOST = 10;
const NAME = /^(?!\.)(?!.*\.\.)(?!.*\.$)[\w.-]{1,256}$/;
const RESERVED = /^(?:aws|amazon)\./i;
const TYPE = /^(String|Number|Binary)(?:\.[^.].*)?$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const MOST_DIGITS = 38;

/**
 * The attributes of a message. Throws {@link ApiError} for what they cannot be.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function checkMessageAttributes(given: Named<GivenAttribute> = {}): MessageAttributes {
  const entries = Object.entries(given);
  if (entries.length > MOST) {
    throw wrong(`Number of message attributes [${entries.length}] exceeds the allowed maximum [${MOST}].`);
  }
  for (const [name, attribute] of entries) {
    checkName(name);
    checkType(name, attribute);
    checkValue(name, attribute);
  }
  return given;
}

function checkName(name: string): void {
  if (RESERVED.test(name)) throw wrong(`Message (user) attribute name can not start with AWS. or Amazon.: '${name}'.`);
  if (!NAME.test(name)) throw wrong(`Invalid characters or length in the message attribute name '${name}'.`);
}

function checkType(name: string, { DataType, ...values }: GivenAttribute): void {
  const [, type] = TYPE.exec(DataType) ?? [];
  if (!type || DataType.length > 256) {
    throw wrong(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  if (values.StringListValues || values.BinaryListValues) {
    throw new ApiError(
      'UnsupportedOperation',
      'Message attribute list values in SendMessage operation are not supported.',
    );
  }
}

function checkValue(name: string, { DataType, StringValue, BinaryValue }: GivenAttribute): void {
  const binary = DataType.startsWith('Binary');
  const [own, other] = binary ? [BinaryValue, StringValue] : [StringValue, BinaryValue];
  if (!own) {
    const kind = binary ? 'binary' : 'string';
    throw wrong(`The message attribute '${name}' must contain a non-empty message attribute value, of ${kind} kind.`);
  }
  if (other !== undefined) throw wrong(`The message attribute '${name}' has more than one value.`);
  if (binary) return;
  checkText(own);
  if (DataType.startsWith('Number') && !isNumber(own)) {
    throw wrong(`Can't cast the value of message (user) attribute '${name}' to a number.`);
  }
}

function isNumber(text: string): boolean {
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return NUMBER.test(text) && digits.length <= MOST_DIGITS;
}

function wrong(message: string): ApiError {
  return new ApiError('InvalidParameterValue', message);
}
