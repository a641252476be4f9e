import type { ReceivedRequest } from '../../../http/received-request.js';
import type { Answer } from '../../../wire/answer.js';
import { SwiftError } from '../swift-error.js';
import { DIGESTS } from '../temp-urls/signatures.js';
import { json } from '../wire/answers.js';
import { BULK_LIMITS, SLO_LIMITS, SWIFT_LIMITS } from './limits.js';

const INFO = {
  swift: {
    ...SWIFT_LIMITS,
    version: '2.34.0',
    strict_cors_mode: true,
    policies: [{ name: 'Policy-0', default: true, aliases: 'Policy-0' }],
    allow_account_management: false,
    account_autocreate: true,
    valid_api_versions: ['v1', 'v1.0'],
  },
  bulk_delete: {
    max_deletes_per_request: BULK_LIMITS.max_deletes_per_request,
    max_failed_deletes: BULK_LIMITS.max_failed_deletes,
  },
  bulk_upload: {
    max_containers_per_extraction: BULK_LIMITS.max_containers_per_extraction,
    max_failed_extractions: BULK_LIMITS.max_failed_extractions,
  },
  slo: SLO_LIMITS,
  dlo: { max_segments: SWIFT_LIMITS.container_listing_limit },
  tempurl: {
    methods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    incoming_remove_headers: ['x-timestamp'],
    incoming_allow_headers: [],
    outgoing_remove_headers: ['x-object-meta-*'],
    outgoing_allow_headers: ['x-object-meta-public-*'],
    allowed_digests: DIGESTS,
  },
  formpost: { allowed_digests: DIGESTS },
  container_quotas: {},
  account_quotas: {},
  staticweb: {},
  object_versioning: {},
  versioned_writes: { allowed_flags: ['x-versions-location', 'x-history-location'] },
  symlink: { symloop_max: 2, static_links: true },
  tempauth: { account_acls: true },
};

/** What this Swift can do, and where its limits are. */
export function infoAnswer({ method }: ReceivedRequest): Answer {
  if (method !== 'GET' && method !== 'HEAD') throw new SwiftError(405);
  return json(200, INFO, { 'content-type': 'application/json; charset=UTF-8' });
}
