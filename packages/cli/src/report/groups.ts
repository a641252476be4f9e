import type { Failure, FailureStatus } from '@proj/core';

/** Regions that failed in the same way. */
export interface Group {
  readonly status: FailureStatus;
  readonly regions: readonly string[];
  readonly message: string;
}

/** The failures, together where they say the same but for the region's own name. */
export function groupsOf(failures: readonly Failure[]): readonly Group[] {
  const groups = new Map<string, { status: FailureStatus; regions: string[]; message: string }>();
  for (const { status, target, error } of failures) {
    const message = messageOf(error);
    const key = `${status} ${message.replaceAll(target.region, 'REGION')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { status, regions: [target.region], message });
    else group.regions.push(target.region);
  }
  return [...groups.values()];
}

/** The error's code or name, and the first line of what it says. */
function messageOf(error: Error): string {
  const [line = ''] = error.message.split('\n');
  const { code } = error as { readonly code?: unknown };
  const known = typeof code === 'string' ? code : error.name;
  return line === '' || line.includes(known) || known === 'Error' ? line || known : `${known}: ${line}`;
}
