import type { SwiftCallParts } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { getAccount, headAccount, postAccount } from './account.js';
import { bulkDelete } from './bulk-delete.js';
import { deleteContainer, headContainer, postContainer, putContainer } from './container.js';
import { copyObject } from './copy-object.js';
import { deleteManifest } from './delete-manifest.js';
import { deleteObject } from './delete-object.js';
import { extractArchive } from './extract-archive.js';
import { formPost } from './form-post.js';
import { getContainer } from './get-container.js';
import { getObject, headObject } from './get-object.js';
import type { SwiftOperation } from './operation.js';
import { optionsRequest } from './options-request.js';
import { postObject } from './post-object.js';
import { putManifest } from './put-manifest.js';
import { putObject } from './put-object.js';

type Asked = Pick<SwiftCallParts, 'method' | 'target' | 'headers' | 'query'>;

const OF_ACCOUNT: Readonly<Record<string, SwiftOperation>> = {
  HEAD: headAccount,
  GET: getAccount,
  POST: postAccount,
  OPTIONS: optionsRequest,
};
const OF_CONTAINER: Readonly<Record<string, SwiftOperation>> = {
  HEAD: headContainer,
  GET: getContainer,
  PUT: putContainer,
  POST: postContainer,
  DELETE: deleteContainer,
  OPTIONS: optionsRequest,
};
const OF_OBJECT: Readonly<Record<string, SwiftOperation>> = {
  HEAD: headObject,
  GET: getObject,
  PUT: putObject,
  POST: postObject,
  DELETE: deleteObject,
  COPY: copyObject,
  OPTIONS: optionsRequest,
};

/** The operation that a request is for. Throws {@link SwiftError} for a method that there is not. */
export function findOperation(asked: Asked): SwiftOperation {
  const special = findSpecial(asked);
  if (special) return special;
  const { container, object } = asked.target;
  // Accounts are made and deleted by whoever runs a Swift, and by nobody else.
  if (container === undefined && /^(?:PUT|DELETE)$/.test(asked.method)) throw new SwiftError(403);
  const operations = object !== undefined ? OF_OBJECT : container !== undefined ? OF_CONTAINER : OF_ACCOUNT;
  const found = Object.hasOwn(operations, asked.method) ? operations[asked.method] : undefined;
  if (found) return found;
  throw new SwiftError(405, undefined, { headers: { allow: Object.keys(operations).join(', ') } });
}

/** Operations that are told by more than their method. */
function findSpecial({ method, target, headers, query }: Asked): SwiftOperation | undefined {
  const { container, object } = target;
  if (query.has('bulk-delete') && (method === 'POST' || method === 'DELETE')) return bulkDelete;
  if (query.has('extract-archive') && method === 'PUT') return extractArchive;
  if (method === 'POST' && container !== undefined && isForm(headers)) return formPost;
  if (object === undefined) return undefined;
  if (method === 'PUT' && query.get('multipart-manifest') === 'put') return putManifest;
  if (method === 'PUT' && headers.has('x-copy-from')) return copyObject;
  return method === 'DELETE' && query.get('multipart-manifest') === 'delete' ? deleteManifest : undefined;
}

function isForm(headers: ReadonlyMap<string, string>): boolean {
  return /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '');
}
