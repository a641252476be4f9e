import type { Answer } from '../../../wire/answer.js';
import { ACCOUNT_ACL, checkAccountAcl } from '../access/account-acl.js';
import { listingAnswer, readFormat } from '../listing/formats.js';
import { listNames } from '../listing/list-names.js';
import { readWanted } from '../listing/wanted.js';
import { mergeMetadata, takeMetadata } from '../metadata/merge-metadata.js';
import type { SwiftCall } from '../swift-call.js';
import { type Headers, nothing } from '../wire/answers.js';
import { isoTime, timestamp } from '../wire/times.js';
import type { SwiftOperation } from './operation.js';

/** Says what an account has. */
export const headAccount: SwiftOperation = {
  name: 'HeadAccount',
  right: 'list',
  run: (call) => nothing(204, { ...accountHeaders(call), 'content-type': 'text/plain; charset=utf-8' }),
};

/** Lists an account's containers. */
export const getAccount: SwiftOperation = { name: 'GetAccount', right: 'list', run: list };

/** Changes what is said of an account: what is not sent stays. */
export const postAccount: SwiftOperation = {
  name: 'PostAccount',
  right: 'account',
  run: (call) => {
    checkAccountAcl(call.header(ACCOUNT_ACL));
    const { metadata } = call.account;
    takeMetadata(metadata, mergeMetadata(metadata, call.parts.headers, 'account', [ACCOUNT_ACL]));
    return nothing(204);
  },
};

function list(call: SwiftCall): Answer {
  const format = readFormat(call);
  const { containers } = call.account;
  const rows = listNames(containers, readWanted(call)).map((listed) => {
    if ('subdir' in listed) return { subdir: listed.subdir };
    const { name, value } = listed;
    const { now } = call;
    return {
      name,
      count: value.rows.count(now),
      bytes: value.bytes(now),
      last_modified: isoTime(value.created),
    };
  });
  const elements = { root: 'account', rootName: call.parts.target.account, row: 'container' } as const;
  return listingAnswer(format, rows, elements, accountHeaders(call));
}

function accountHeaders(call: SwiftCall): Headers {
  const { account, now, owned } = call;
  const { containers, objects, bytes } = account.usage(now);
  const shown = [...account.metadata].filter(([name]) => owned || !/temp-url-key|access-control/.test(name));
  return {
    ...Object.fromEntries(shown),
    'x-account-container-count': containers,
    'x-account-object-count': objects,
    'x-account-bytes-used': bytes,
    'x-account-storage-policy-policy-0-container-count': containers,
    'x-account-storage-policy-policy-0-object-count': objects,
    'x-account-storage-policy-policy-0-bytes-used': bytes,
    'x-timestamp': timestamp(account.created),
    'accept-ranges': 'bytes',
  };
}
