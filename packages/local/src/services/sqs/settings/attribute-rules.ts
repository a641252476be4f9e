import { normalRedriveAllowPolicy, normalRedrivePolicy } from './redrive.js';

/** One attribute of queues that can be set. */
interface AttributeRule {
  /** Its value in the form in which it is kept; `undefined` for what it cannot be. */
  readonly normal: (text: string) => string | undefined;
  /** What it is unless set; without one, it is not there. */
  readonly byDefault?: string | undefined;
  /** Only FIFO queues have it. */
  readonly fifo?: true;
}

const within = (low: number, high: number) => (text: string) =>
  /^\d{1,9}$/.test(text) && Number(text) >= low && Number(text) <= high ? String(Number(text)) : undefined;
const oneOf =
  (...choices: readonly string[]) =>
  (text: string) =>
    choices.includes(text) ? text : undefined;
const yesOrNo = (text: string): string | undefined => oneOf('true', 'false')(text.toLowerCase());
const anything = (text: string): string => text;
const json = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
};

/** The largest message, and the largest batch. */
export const largestBytes = 1_048_576;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html, November 2026. */
export const attributeRules: ReadonlyMap<string, AttributeRule> = new Map<string, AttributeRule>([
  ['VisibilityTimeout', { normal: within(0, 43_200), byDefault: '30' }],
  ['DelaySeconds', { normal: within(0, 900), byDefault: '0' }],
  ['MaximumMessageSize', { normal: within(1024, largestBytes), byDefault: String(largestBytes) }],
  ['MessageRetentionPeriod', { normal: within(60, 1_209_600), byDefault: '345600' }],
  ['ReceiveMessageWaitTimeSeconds', { normal: within(0, 20), byDefault: '0' }],
  ['Policy', { normal: json }],
  ['RedrivePolicy', { normal: normalRedrivePolicy }],
  ['RedriveAllowPolicy', { normal: normalRedriveAllowPolicy }],
  ['SqsManagedSseEnabled', { normal: yesOrNo, byDefault: 'true' }],
  ['KmsMasterKeyId', { normal: anything }],
  ['KmsDataKeyReusePeriodSeconds', { normal: within(60, 86_400), byDefault: '300' }],
  ['FifoQueue', { normal: yesOrNo, fifo: true }],
  ['ContentBasedDeduplication', { normal: yesOrNo, byDefault: 'false', fifo: true }],
  ['DeduplicationScope', { normal: oneOf('queue', 'messageGroup'), byDefault: 'queue', fifo: true }],
  ['FifoThroughputLimit', { normal: oneOf('perQueue', 'perMessageGroupId'), byDefault: 'perQueue', fifo: true }],
]);
