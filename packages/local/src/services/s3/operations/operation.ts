import type { Answer } from '../../../wire/answer.js';
import type { Permission } from '../access/grants.js';
import type { S3Call } from '../s3-call.js';

/** What a caller must be allowed to do. */
export interface Need {
  /** As policies name it: `s3:GetObject`. */
  readonly action: string;
  /** What an access control list must grant, and whose list it is. */
  readonly grant?: { readonly of: 'bucket' | 'object'; readonly permission: Permission } | undefined;
}

/** One operation, told from others by the method, by what is addressed, and by what the request has beside. */
export interface S3Operation {
  readonly name: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly at: 'service' | 'bucket' | 'object';
  /** Parameters that the query must have. */
  readonly query?: readonly string[] | undefined;
  /** A header that the request must have. */
  readonly header?: string | undefined;
  /** Left out by those that touch no bucket that there is; they want a signature. */
  readonly needs?: Need | undefined;
  run(call: S3Call): Answer | Promise<Answer>;
}
