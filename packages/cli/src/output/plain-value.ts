import { isoTime } from './iso-time.js';

/** A value of the SDK as the AWS CLI has it in JSON: times as ISO 8601, bytes as base64, nothing that is not there. */
export function plainValue(value: unknown): unknown {
  if (value instanceof Date) return isoTime(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof String) return String(value);
  if (typeof value === 'object' && value !== null) return plainMembers(value);
  return value;
}

function plainMembers(value: object): object {
  const members = Object.entries(value).filter(([name, member]) => member !== undefined && name !== '$metadata');
  return Object.fromEntries(members.map(([name, member]) => [name, plainValue(member)]));
}
