import type { RedriveAllowPolicy, RedrivePolicy } from './redrive.js';

/** A queue's attributes as they are set: texts, by name. */
export type AttributeTexts = Readonly<Record<string, string>>;

/** What a queue's attributes mean. Times in seconds, as SQS has them. */
export interface QueueSettings {
  readonly fifo: boolean;
  readonly visibilityTimeout: number;
  readonly delay: number;
  readonly waitTime: number;
  readonly retention: number;
  /** Bytes. */
  readonly maximumSize: number;
  readonly contentBasedDeduplication: boolean;
  /** Whether the same deduplication id means the same message in one group alone. */
  readonly deduplicationByGroup: boolean;
  readonly redrive: RedrivePolicy | undefined;
  readonly redriveAllow: RedriveAllowPolicy | undefined;
}

/** What attributes mean that were checked before. */
export function readSettings(texts: AttributeTexts): QueueSettings {
  const number = (name: string): number => Number(texts[name]);
  const { RedrivePolicy: redrive, RedriveAllowPolicy: allow } = texts;
  return {
    fifo: texts['FifoQueue'] === 'true',
    visibilityTimeout: number('VisibilityTimeout'),
    delay: number('DelaySeconds'),
    waitTime: number('ReceiveMessageWaitTimeSeconds'),
    retention: number('MessageRetentionPeriod'),
    maximumSize: number('MaximumMessageSize'),
    contentBasedDeduplication: texts['ContentBasedDeduplication'] === 'true',
    deduplicationByGroup: texts['DeduplicationScope'] === 'messageGroup',
    redrive: redrive ? (JSON.parse(redrive) as RedrivePolicy) : undefined,
    redriveAllow: allow ? (JSON.parse(allow) as RedriveAllowPolicy) : undefined,
  };
}
