import { ApiError } from '../../../wire/api-error.js';
import { attributeRules } from './attribute-rules.js';
import type { AttributeTexts } from './queue-settings.js';

/** Those that an empty text takes away. */
const REMOVABLE: ReadonlySet<string> = new Set(['Policy', 'RedrivePolicy', 'RedriveAllowPolicy', 'KmsMasterKeyId']);

/** The attributes of a new queue, whole. Throws {@link ApiError} for what no queue of this name can have. */
export function newAttributes(name: string, given: AttributeTexts): AttributeTexts {
  const fifo = name.endsWith('.fifo');
  const checked = checkAttributes(given, fifo);
  const asked = checked['FifoQueue'] === 'true';
  if (asked && !fifo)
    throw invalidName(
      'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.',
    );
  if (fifo && !asked)
    throw invalidName('Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length');
  const whole = { ...defaults(fifo), ...present(checked) };
  checkTogether(whole);
  return whole;
}

/** The attributes of a queue after some of them are set anew. Throws {@link ApiError} for what they cannot be. */
export function changedAttributes(before: AttributeTexts, given: AttributeTexts): AttributeTexts {
  const fifo = before['FifoQueue'] === 'true';
  const checked = checkAttributes(given, fifo);
  if ('FifoQueue' in checked && (checked['FifoQueue'] === 'true') !== fifo) throw wrongValue('FifoQueue');
  const whole = present({ ...before, ...checked });
  checkTogether(whole);
  return whole;
}

/** Whether a queue has all of these attributes; else the name of one that differs. */
export function differingAttribute(attributes: AttributeTexts, asked: AttributeTexts): string | undefined {
  return Object.keys(asked).find((name) => (attributes[name] ?? '') !== asked[name]);
}

/** Attributes by themselves, in the form in which they are kept. */
export function checkAttributes(given: AttributeTexts, fifo: boolean): AttributeTexts {
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, checkAttribute(name, text, fifo)]));
}

function checkAttribute(name: string, text: string, fifo: boolean): string {
  const rule = attributeRules.get(name);
  if (!rule) throw unknownAttribute(name);
  if (text === '' && REMOVABLE.has(name)) return '';
  const normal = rule.normal(text);
  if (normal === undefined) throw wrongValue(name);
  // A standard queue is what one is that is not asked to be another.
  if (rule.fifo && !fifo && name !== 'FifoQueue') {
    throw new ApiError('InvalidAttributeName', `You can specify the ${name} only when FifoQueue is set to true.`);
  }
  return normal;
}

/** The error for an attribute that queues do not have, or that cannot be set. */
export function unknownAttribute(name: string): ApiError {
  return new ApiError('InvalidAttributeName', `Unknown Attribute ${name}.`);
}

function wrongValue(name: string): ApiError {
  return new ApiError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
}

function invalidName(reason: string): ApiError {
  return new ApiError('InvalidParameterValue', reason);
}

function defaults(fifo: boolean): AttributeTexts {
  const pairs = [...attributeRules].filter(([, rule]) => rule.byDefault !== undefined && (fifo || !rule.fifo));
  return Object.fromEntries(pairs.map(([name, rule]) => [name, rule.byDefault ?? '']));
}

/** FIFO queues say that they are; others say nothing of it. */
function present(attributes: AttributeTexts): AttributeTexts {
  const pairs = Object.entries(attributes).filter(
    ([name, text]) => text !== '' && !(name === 'FifoQueue' && text === 'false'),
  );
  return Object.fromEntries(pairs);
}

/** High throughput needs both of its attributes. */
function checkTogether(attributes: AttributeTexts): void {
  const { FifoThroughputLimit: limit, DeduplicationScope: scope } = attributes;
  if (limit === 'perMessageGroupId' && scope !== 'messageGroup') {
    throw new ApiError(
      'InvalidAttributeValue',
      'The perMessageGroupId value of FifoThroughputLimit is allowed only when the value of DeduplicationScope is messageGroup.',
    );
  }
}
