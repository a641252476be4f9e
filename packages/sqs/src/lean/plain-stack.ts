import type { Stack } from './sdk-parts.js';

/** The middleware of the SDK's client and of core's sets: all that the short way does by itself, or leaves to the SDK with what went wrong. */
const known: ReadonlySet<string> = new Set([
  'contentLengthMiddleware',
  'deserializerMiddleware',
  'endpointV2Middleware',
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'httpAuthSchemeMiddleware',
  'httpSigningMiddleware',
  'loggerMiddleware',
  'longPollMiddleware',
  'queueUrlMiddleware',
  'receiveMessageMiddleware',
  'recursionDetectionMiddleware',
  'renewExpiredCredentials',
  'retryMiddleware',
  'seeRequest',
  'serializerMiddleware',
]);

const changing = ['add', 'addRelativeTo', 'use', 'remove', 'removeByTag'] as const;

/** Whether there is nothing in it that somebody else has put there. */
export function isPlain(stack: Stack): boolean {
  return stack.identify().every((entry) => known.has(entry.split(' ')[0] ?? ''));
}

/** Tells of the first change to it. */
export function onChange(stack: Stack, changed: () => void): void {
  const members = stack as object as Record<string, (...given: unknown[]) => unknown>;
  for (const name of changing) {
    const change = members[name];
    if (change === undefined) continue;
    members[name] = (...given) => {
      changed();
      return change(...given);
    };
  }
}
