import type { Answer } from '../../../wire/answer.js';
import { checkVersion, findObject } from '../objects/find-object.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { deletedMarker, removeArchived } from '../versions/restore.js';
import { nothing } from '../wire/answers.js';
import { timestamp } from '../wire/times.js';
import type { SwiftOperation } from './operation.js';

/** Deletes an object, or one version of it. The segments of a manifest stay. */
export const deleteObject: SwiftOperation = { name: 'DeleteObject', right: 'write', run: remove };

async function remove(call: SwiftCall): Promise<Answer> {
  const { container, name, now } = call;
  if (call.query('version-id') !== undefined) return removeVersion(call);
  if (container.versioned) return mark(call);
  const object = findObject(call);
  if (!(await removeArchived(call, container))) container.remove(object.name, now);
  else if (!container.find(name, now)) throw new SwiftError(404);
  return nothing(204);
}

function removeVersion(call: SwiftCall): Answer {
  const { container, name, now } = call;
  const versionId = call.query('version-id') ?? '';
  checkVersion(versionId);
  const current = container.find(name, now);
  const unversioned = versionId === 'null' && current !== undefined && current.versionId === undefined;
  const version = container.versions.find(name, versionId);
  if (unversioned) container.removeVersion(current, now);
  else if (version) container.removeVersion(version, now);
  const left = container.find(name, now)?.versionId ?? 'null';
  const headers = { 'x-object-version-id': versionId, 'x-object-current-version-id': left };
  if (!unversioned && !version) throw new SwiftError(404, undefined, { headers });
  return nothing(204, headers);
}

/** Notes that an object is gone, even one that was not there. */
async function mark(call: SwiftCall): Promise<Answer> {
  const { container, name, now } = call;
  const there = container.find(name, now);
  const marker = await deletedMarker(call, name);
  const versionId = timestamp(marker.stamp);
  container.remove(name, now, { ...marker, versionId, deleted: true });
  const headers = { 'x-object-version-id': versionId };
  if (!there) throw new SwiftError(404, undefined, { headers });
  return nothing(204, headers);
}
