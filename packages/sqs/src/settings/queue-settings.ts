import { OptionError } from '@proj/core';

/** Which failing messages go where. */
export interface RedrivePolicy {
  /** The ARN of the dead-letter queue. */
  readonly deadLetterArn: string;
  /** How often a message is received before it goes there. */
  readonly maxReceiveCount: number;
}

/** Whose dead-letter queue it may be. */
export type RedriveAllowPolicy =
  | { readonly permission: 'allowAll' | 'denyAll' }
  | { readonly permission: 'byQueue'; readonly sourceArns: readonly string[] };

/** A policy of IAM, as it is written. */
export type Policy = Readonly<Record<string, unknown>>;

/**
 * What can be set of a queue. Times are in seconds, sizes in bytes of UTF-8.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export interface QueueSettings {
  /** How long a received message is invisible: 0 to 43,200. */
  readonly visibilityTimeout?: number | undefined;
  /** How long a message waits before it can be received: 0 to 900. */
  readonly delay?: number | undefined;
  /** How long a message is kept: 60 to 1,209,600. */
  readonly retention?: number | undefined;
  /** How large a message may be: 1,024 to 1,048,576. */
  readonly maxMessageSize?: number | undefined;
  /** How long a receive waits that does not say so itself: 0 to 20. */
  readonly receiveWait?: number | undefined;
  readonly policy?: Policy | null | undefined;
  readonly redrivePolicy?: RedrivePolicy | null | undefined;
  readonly redriveAllowPolicy?: RedriveAllowPolicy | null | undefined;
  readonly contentBasedDeduplication?: boolean | undefined;
  readonly deduplicationScope?: 'messageGroup' | 'queue' | undefined;
  readonly throughputLimit?: 'perQueue' | 'perMessageGroupId' | undefined;
  /** The id of the KMS key, or `null` for none. */
  readonly kmsKeyId?: string | null | undefined;
  /** How long a data key is used again: 60 to 86,400. */
  readonly kmsReuse?: number | undefined;
  /** Whether SQS's own keys encrypt it. */
  readonly sse?: boolean | undefined;
}

interface Setting {
  readonly wire: string;
  write(value: never): string;
  read(text: string): unknown;
}

const number = (wire: string, least: number, most: number): Setting => ({
  wire,
  write: (value: number) => {
    if (Number.isInteger(value) && value >= least && value <= most) return String(value);
    throw new OptionError(`${wire} is ${String(value)}; give a whole number from ${least} to ${most}`);
  },
  read: Number,
});
const truth = (wire: string): Setting => ({
  wire,
  write: (value: boolean) => {
    if (typeof value === 'boolean') return String(value);
    throw new OptionError(`${wire} is ${String(value)}; give true or false`);
  },
  read: (text) => text === 'true',
});
const word = (wire: string): Setting => ({ wire, write: (value: string | null) => value ?? '', read: (text) => text });
const written = (wire: string, write: (value: never) => object, read: (value: never) => unknown): Setting => ({
  wire,
  write: (value: never) => (value === null ? '' : JSON.stringify(write(value))),
  read: (text) => (text === '' ? undefined : read(JSON.parse(text) as never)),
});

/** Each setting with its name on the wire, and how it is written and read. */
const settings: { readonly [K in keyof QueueSettings]-?: Setting } = {
  visibilityTimeout: number('VisibilityTimeout', 0, 43_200),
  delay: number('DelaySeconds', 0, 900),
  retention: number('MessageRetentionPeriod', 60, 1_209_600),
  maxMessageSize: number('MaximumMessageSize', 1_024, 1_048_576),
  receiveWait: number('ReceiveMessageWaitTimeSeconds', 0, 20),
  policy: written(
    'Policy',
    (policy: Policy) => policy,
    (policy: Policy) => policy,
  ),
  redrivePolicy: written('RedrivePolicy', writeRedrive, readRedrive),
  redriveAllowPolicy: written('RedriveAllowPolicy', writeAllow, readAllow),
  contentBasedDeduplication: truth('ContentBasedDeduplication'),
  deduplicationScope: word('DeduplicationScope'),
  throughputLimit: word('FifoThroughputLimit'),
  kmsKeyId: word('KmsMasterKeyId'),
  kmsReuse: number('KmsDataKeyReusePeriodSeconds', 60, 86_400),
  sse: truth('SqsManagedSseEnabled'),
};

const names = Object.keys(settings) as (keyof QueueSettings)[];

/**
 * Settings for the wire.
 *
 * @throws OptionError for names that there are not, and values out of their range
 */
export function wireSettings(given: QueueSettings): Record<string, string> {
  const unknown = Object.keys(given).find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new OptionError(`'${unknown}' is no setting of a queue; there are ${names.join(', ')}`);
  }
  const set = names.filter((name) => given[name] !== undefined);
  return Object.fromEntries(set.map((name) => [settings[name].wire, settings[name].write(given[name] as never)]));
}

/** Settings as they came. */
export function readSettings(wire: Readonly<Record<string, string>>): QueueSettings {
  const there = names.filter((name) => wire[settings[name].wire] !== undefined);
  return Object.fromEntries(there.map((name) => [name, settings[name].read(wire[settings[name].wire] ?? '')]));
}

function writeRedrive({ deadLetterArn, maxReceiveCount }: RedrivePolicy): object {
  return { deadLetterTargetArn: deadLetterArn, maxReceiveCount };
}

function readRedrive(wire: {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number | string;
}): RedrivePolicy {
  return { deadLetterArn: wire.deadLetterTargetArn, maxReceiveCount: Number(wire.maxReceiveCount) };
}

function writeAllow(policy: RedriveAllowPolicy): object {
  const { permission } = policy;
  return permission === 'byQueue'
    ? { redrivePermission: permission, sourceQueueArns: policy.sourceArns }
    : { redrivePermission: permission };
}

function readAllow(wire: {
  readonly redrivePermission: RedriveAllowPolicy['permission'];
  readonly sourceQueueArns?: string[];
}) {
  const { redrivePermission: permission, sourceQueueArns = [] } = wire;
  return permission === 'byQueue' ? { permission, sourceArns: sourceQueueArns } : { permission };
}
