/**
 * @typedef {object} FaultKind one way in which a region may be broken
 * @property {string} name
 * @property {import('@proj/local').Fault} [fault] what the embedded cloud does
 * @property {string} [endpoint] where the region is asked instead of the embedded cloud
 * @property {readonly [string, string]} told the statuses that the caller must hear of it, the first and the second time
 */

/** RFC 6761 keeps .invalid from ever existing. */
const nowhere = 'http://ec2.me-south-1.invalid';
const denied = 'You are not authorized to perform this operation.';

/** @type {readonly FaultKind[]} */
export const kinds = [
  { name: 'hung: never accepts', fault: { kind: 'unaccepted' }, told: ['unreachable', 'skipped'] },
  { name: 'hung: never answers', fault: { kind: 'silent' }, told: ['timedOut', 'skipped'] },
  // What fails within a second at an endpoint that was given is asked again: it costs nothing, and may be an emulator that starts late.
  { name: 'refused', fault: { kind: 'refused' }, told: ['unreachable', 'unreachable'] },
  { name: 'reset', fault: { kind: 'reset' }, told: ['unreachable', 'unreachable'] },
  { name: '500s', fault: { kind: 'error' }, told: ['failed', 'failed'] },
  {
    name: 'denied',
    fault: { kind: 'error', status: 403, code: 'UnauthorizedOperation', message: denied },
    told: ['denied', 'denied'],
  },
  { name: 'not enabled', fault: { kind: 'notEnabled' }, told: ['notEnabled', 'notEnabled'] },
  { name: 'DNS failure', endpoint: nowhere, told: ['unreachable', 'unreachable'] },
  { name: 'drip', fault: { kind: 'drip', bytesPerSecond: 1_500 }, told: ['ok', 'ok'] },
  { name: 'half body', fault: { kind: 'truncated' }, told: ['unreachable', 'unreachable'] },
  { name: 'HTML 200', fault: { kind: 'html' }, told: ['failed', 'failed'] },
];
