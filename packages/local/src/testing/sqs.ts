import { SQS, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { type LocalCloud, type LocalCloudOptions, ManualClock } from '../index.js';
import { startForTest } from './clients.js';

/** SQS in Ireland, in a cloud whose time is the test's. */
export interface SqsTest {
  readonly cloud: LocalCloud;
  readonly clock: ManualClock;
  readonly sqs: SQS;
  /** Makes a queue and gives its address. */
  readonly create: (name: string, attributes?: Record<string, string>) => Promise<string>;
  /** What is received now, by body; without waiting. */
  readonly bodies: (url: string, most?: number) => Promise<readonly string[]>;
}

/** Starts one that ends with the test. */
export async function startSqs(options: LocalCloudOptions = {}): Promise<SqsTest> {
  const clock = new ManualClock();
  const cloud = await startForTest({ clock, ...options });
  const sqs = sqsClient(cloud);
  return {
    cloud,
    clock,
    sqs,
    create: (name, attributes = {}) => createQueue(sqs, name, attributes),
    bodies: async (url, most = 10) => {
      const { Messages = [] } = await sqs.receiveMessage({ QueueUrl: url, MaxNumberOfMessages: most });
      return Messages.map(({ Body = '' }) => Body);
    },
  };
}

/** The SDK's own client, which tries once. */
export function sqsClient(cloud: LocalCloud, config: SQSClientConfig = {}): SQS {
  return new SQS({
    region: 'eu-west-1',
    endpoint: cloud.url,
    credentials: cloud.credentials,
    maxAttempts: 1,
    ...config,
  });
}

/** Makes a queue and gives its address. */
export async function createQueue(sqs: SQS, name: string, attributes: Record<string, string> = {}): Promise<string> {
  const fifo = name.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
  const { QueueUrl = '' } = await sqs.createQueue({ QueueName: name, Attributes: { ...fifo, ...attributes } });
  return QueueUrl;
}

/** The receipt handle of the one message that can be received. */
export async function receiveOne(sqs: SQS, url: string, more: object = {}): Promise<string> {
  const { Messages = [] } = await sqs.receiveMessage({ QueueUrl: url, ...more });
  return Messages[0]?.ReceiptHandle ?? 'nothing was received';
}
