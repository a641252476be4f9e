import type { Account } from '../../accounts/account.js';
import type { NextTokens } from '../tokens/next-tokens.js';
import type { QueueUrls } from './queues/queue-urls.js';
import type { Queues } from './queues/queues.js';

/** What an operation of SQS is given. */
export interface SqsCall {
  /** The operation's name. */
  readonly action: string;
  readonly account: Account;
  readonly region: string;
  /** The queues of the account in the region. */
  readonly queues: Queues;
  /** The queues of any account in the region. */
  readonly queuesOf: (account: string) => Queues;
  /** Addresses of queues as the caller reaches them. */
  readonly urls: QueueUrls;
  readonly tokens: NextTokens;
  /** Calls back when the caller leaves without its answer; gives what takes that back. */
  onGone(call: () => void): () => void;
}
