/** Where messages go that were received too often. */
export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

/** Which queues may give theirs to this one. */
export interface RedriveAllowPolicy {
  readonly redrivePermission: 'allowAll' | 'denyAll' | 'byQueue';
  readonly sourceQueueArns?: readonly string[] | undefined;
}

const PERMISSIONS: readonly unknown[] = ['allowAll', 'denyAll', 'byQueue'];
const MOST_SOURCES = 10;
const MOST_RECEIVES = 1000;

/** A redrive policy in the form in which it is kept; `undefined` for a text that is none. */
export function normalRedrivePolicy(text: string): string | undefined {
  const { deadLetterTargetArn, maxReceiveCount, ...rest } = parsed(text) ?? { other: true };
  // Either is taken, and both come back as a number.
  const count = Number(maxReceiveCount);
  const sound = typeof deadLetterTargetArn === 'string' && Number.isInteger(count) && count >= 1;
  if (!sound || count > MOST_RECEIVES || Object.keys(rest).length > 0) return undefined;
  return JSON.stringify({ deadLetterTargetArn, maxReceiveCount: count });
}

/** A redrive allow policy; `undefined` for a text that is none. */
export function normalRedriveAllowPolicy(text: string): string | undefined {
  const { redrivePermission, sourceQueueArns, ...rest } = parsed(text) ?? { other: true };
  if (!PERMISSIONS.includes(redrivePermission) || Object.keys(rest).length > 0) return undefined;
  if (redrivePermission !== 'byQueue') {
    return sourceQueueArns === undefined ? JSON.stringify({ redrivePermission }) : undefined;
  }
  const arns = sourceQueueArns;
  const sound = Array.isArray(arns) && arns.length >= 1 && arns.length <= MOST_SOURCES;
  return sound && arns.every((arn) => typeof arn === 'string')
    ? JSON.stringify({ redrivePermission, sourceQueueArns: arns })
    : undefined;
}

/** Whether the queue of this policy takes the messages of that source. */
export function allowsSource(policy: RedriveAllowPolicy | undefined, sourceArn: string): boolean {
  if (policy === undefined || policy.redrivePermission === 'allowAll') return true;
  return policy.redrivePermission === 'byQueue' && (policy.sourceQueueArns ?? []).includes(sourceArn);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
