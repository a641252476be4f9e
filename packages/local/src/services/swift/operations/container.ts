import type { Answer } from '../../../wire/answer.js';
import { SWIFT_LIMITS } from '../metadata/limits.js';
import { takeMetadata } from '../metadata/merge-metadata.js';
import { containerSettings } from '../store/container-settings.js';
import type { SwiftCall } from '../swift-call.js';
import { badRequest, notFound, SwiftError, unfit } from '../swift-error.js';
import { nothing } from '../wire/answers.js';
import { containerHeaders } from './container-headers.js';
import type { SwiftOperation } from './operation.js';

/** Says what a container has. */
export const headContainer: SwiftOperation = {
  name: 'HeadContainer',
  right: 'list',
  run: (call) =>
    nothing(204, { ...containerHeaders(call, call.container), 'content-type': 'text/plain; charset=utf-8' }),
};

/** Makes a container, or changes what is said of one that is there. */
export const putContainer: SwiftOperation = { name: 'PutContainer', right: 'own', run: put };

/** Changes what is said of a container: what is not sent stays. */
export const postContainer: SwiftOperation = {
  name: 'PostContainer',
  right: 'own',
  run: (call) => {
    const { container } = call;
    const { metadata, versioned } = containerSettings(call, container);
    takeMetadata(container.metadata, metadata);
    container.versioned = versioned;
    return nothing(204);
  },
};

/** Deletes a container that its listing shows empty. */
export const deleteContainer: SwiftOperation = {
  name: 'DeleteContainer',
  right: 'own',
  run: (call) => {
    const { container, account, now } = call;
    if (!container.versions.empty) throw new SwiftError(409, 'Delete all versions before deleting container.');
    if (container.rows.count(now) > 0 || !container.empty) throw new SwiftError(409);
    account.containers.delete(container.name);
    return nothing(204);
  },
};

function put(call: SwiftCall): Answer {
  const name = call.parts.target.container ?? '';
  const [length, longest] = [Buffer.byteLength(name), SWIFT_LIMITS.max_container_name_length];
  if (length > longest) throw badRequest(`Container name length of ${length} longer than ${longest}`);
  if (name === '.' || name === '..') throw notFound();
  const policy = call.header('x-storage-policy');
  if (policy !== undefined && policy.toLowerCase() !== 'policy-0') throw unfit(`Invalid X-Storage-Policy '${policy}'`);
  const known = call.knownContainer;
  const { metadata, versioned } = containerSettings(call, known);
  const container = known ?? call.account.make(name, call.stamp());
  takeMetadata(container.metadata, metadata);
  container.versioned = versioned;
  return nothing(known ? 202 : 201);
}
