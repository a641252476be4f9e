import { cleanAcl } from '../access/clean-acl.js';
import { isTrue } from '../listing/wanted.js';
import type { Metadata } from '../metadata/check-metadata.js';
import { mergeMetadata } from '../metadata/merge-metadata.js';
import type { SwiftCall } from '../swift-call.js';
import { badRequest, unfit } from '../swift-error.js';
import { ARCHIVES } from '../versions/archive.js';
import type { Container } from './container.js';

const ACLS = ['x-container-read', 'x-container-write'];
const SETTINGS = [...ACLS, 'x-container-sync-to', 'x-container-sync-key', ARCHIVES.stack, ARCHIVES.history];

/** What a container is to be like once a call is done. Throws SwiftError for what cannot be. */
export function containerSettings(
  call: SwiftCall,
  before: Container | undefined,
): { readonly metadata: Metadata; readonly versioned: boolean | undefined } {
  const headers = new Map(call.parts.headers);
  for (const name of ACLS) {
    const value = headers.get(name);
    if (value !== undefined) headers.set(name, cleanAcl(name, value));
  }
  checkQuota(headers, 'bytes');
  checkQuota(headers, 'count');
  const versioned = versionedBy(call, before);
  keepOneArchive(headers);
  const metadata = mergeMetadata(before?.metadata ?? new Map(), headers, 'container', SETTINGS);
  if (headers.has('x-versions-enabled')) checkVersions(metadata);
  return { metadata, versioned };
}

function versionedBy(call: SwiftCall, before: Container | undefined): boolean | undefined {
  const asked = call.header('x-versions-enabled');
  return asked === undefined ? before?.versioned : isTrue(asked);
}

/** One of the two takes the other's place, as the last that was asked for. */
function keepOneArchive(headers: Map<string, string>): void {
  const { stack, history } = ARCHIVES;
  if (headers.get(stack) && headers.get(history)) {
    throw unfit('Only one of x-versions-location or x-history-location may be specified');
  }
  if (headers.get(stack)) headers.set(history, '');
  else if (headers.get(history)) headers.set(stack, '');
}

function checkQuota(headers: Metadata, what: string): void {
  const value = headers.get(`x-container-meta-quota-${what}`);
  if (value !== undefined && value !== '' && !/^\d+$/.test(value)) throw badRequest(`Invalid ${what} quota.`);
}

/** The new way is not for a container that has an old one; the old ones may be added to it, and have no effect. */
function checkVersions(metadata: Metadata): void {
  if (!metadata.has(ARCHIVES.stack) && !metadata.has(ARCHIVES.history)) return;
  throw badRequest(
    'Cannot enable object versioning on a container that is already using the legacy versioned writes feature.',
  );
}
