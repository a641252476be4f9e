import type { Answer } from '../../../wire/answer.js';
import { findObject } from '../objects/find-object.js';
import { changeableTerms } from '../objects/object-terms.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { storagePath } from '../symlinks/symlinks.js';
import { nothing } from '../wire/answers.js';
import type { SwiftOperation } from './operation.js';

/** Says other things of an object: whatever is not sent again is gone, but for its type. */
export const postObject: SwiftOperation = { name: 'PostObject', right: 'write', run: post };

function post(call: SwiftCall): Answer {
  const object = findObject(call);
  const contentType = call.header('content-type') || object.contentType;
  const terms = changeableTerms(call);
  const version = call.query('version-id') === undefined ? {} : { versionId: object.versionId };
  call.container.replace({ ...object, ...terms, contentType, ...version, stamp: call.stamp() }, call.now);
  if (!object.link) return nothing(202);
  // It is done to the link, and said as if it were not.
  const { account } = call.parts.target;
  const location = `${call.parts.base}${storagePath(object.link, account)}`;
  throw new SwiftError(
    307,
    'The requested POST was applied to a symlink. POST directly to the target to apply requested metadata.',
    {
      headers: { location },
    },
  );
}
