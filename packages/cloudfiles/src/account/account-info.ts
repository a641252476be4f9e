import { type Metadata, metadataOf } from '../headers/metadata.js';
import { numberOf, someNumberOf } from '../headers/numbers.js';
import type { AnswerOf } from '../wire/body.js';
import { type AccountAccess, accessOf } from './account-access.js';

/** What is known of an account in a region. Its counts lag behind by seconds. */
export interface AccountInfo {
  readonly containers: number;
  readonly objects: number;
  readonly bytes: number;
  /** Bytes that it may have; `undefined` where there is no quota. */
  readonly quotaBytes: number | undefined;
  /** Who else has it; `undefined` where nobody does, or who asks is not told. */
  readonly access: AccountAccess | undefined;
  /** By names in small letters, without the keys of signed addresses. */
  readonly metadata: Metadata;
}

/** What the head of an answer tells of an account. */
export function accountInfoOf(of: AnswerOf, headers: Readonly<Record<string, string>>): AccountInfo {
  return {
    containers: numberOf(headers['x-account-container-count']),
    objects: numberOf(headers['x-account-object-count']),
    bytes: numberOf(headers['x-account-bytes-used']),
    quotaBytes: someNumberOf(headers['x-account-meta-quota-bytes']),
    access: accessOf(of, headers['x-account-access-control']),
    metadata: metadataOf('Account', headers, ['temp-url-key', 'temp-url-key-2', 'quota-bytes']),
  };
}
