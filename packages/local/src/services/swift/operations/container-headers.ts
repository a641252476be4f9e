import type { Container } from '../store/container.js';
import type { SwiftCall } from '../swift-call.js';
import type { Headers } from '../wire/answers.js';
import { httpDate, timestamp } from '../wire/times.js';

/** What only an owner sees of a container. */
const OWNERS = /^x-container-(?:read|write|sync-to|sync-key|meta-temp-url-key(?:-2)?)$/;

/** What is said of a container. */
export function containerHeaders(call: SwiftCall, container: Container): Headers {
  const { now, owned } = call;
  const shown = [...container.metadata].filter(([name]) => owned || !OWNERS.test(name));
  return {
    ...Object.fromEntries(shown),
    'x-container-object-count': container.rows.count(now),
    'x-container-bytes-used': container.bytes(now),
    'x-storage-policy': 'Policy-0',
    'x-versions-enabled': container.versioned === undefined ? undefined : titled(container.versioned),
    'x-timestamp': timestamp(container.created),
    'last-modified': httpDate(container.created),
    'accept-ranges': 'bytes',
  };
}

function titled(value: boolean): string {
  return value ? 'True' : 'False';
}
