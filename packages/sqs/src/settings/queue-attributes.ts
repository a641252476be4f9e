import { type QueueSettings, readSettings } from './queue-settings.js';

/** How many messages a queue has, about. */
export interface QueueCounts {
  /** Those that can be received. */
  readonly visible: number;
  /** Those that were received and not yet deleted. */
  readonly inFlight: number;
  /** Those that cannot be received yet. */
  readonly delayed: number;
}

/** All that is known of a queue. */
export interface QueueAttributes extends QueueSettings {
  readonly arn: string;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly isFifo: boolean;
  readonly counts: QueueCounts;
  /** The same as it came, with what this package has no name for. */
  readonly wire: Readonly<Record<string, string>>;
}

/** Attributes as they came. Times of the wire are seconds since 1970. */
export function readAttributes(wire: Readonly<Record<string, string>>): QueueAttributes {
  const time = (name: string) => new Date(Number(wire[name] ?? 0) * 1_000);
  return {
    ...readSettings(wire),
    arn: wire['QueueArn'] ?? '',
    createdAt: time('CreatedTimestamp'),
    modifiedAt: time('LastModifiedTimestamp'),
    isFifo: wire['FifoQueue'] === 'true',
    counts: readCounts(wire),
    wire,
  };
}

/** The names of what {@link readCounts} reads. */
export const countNames = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** Counts as they came. */
export function readCounts(wire: Readonly<Record<string, string>>): QueueCounts {
  const [visible = 0, inFlight = 0, delayed = 0] = countNames.map((name) => Number(wire[name] ?? 0));
  return { visible, inFlight, delayed };
}
