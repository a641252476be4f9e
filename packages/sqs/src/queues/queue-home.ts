import type { SQS } from '@aws-sdk/client-sqs';
import type { Place } from '@proj/core';
import type { LargeBodies } from '../bodies/large-body-store.js';
import type { Codec } from '../messages/codecs/codec.js';

/** What a queue acts by. */
export interface QueueHome<T> {
  readonly place: Place<SQS>;
  readonly url: string;
  readonly codec: Codec<T>;
  readonly bodies: LargeBodies | undefined;
}
