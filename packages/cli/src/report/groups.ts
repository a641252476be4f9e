import { type Failure, type FailureStatus, isServiceSetError } from '@proj/core';

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

/** What a program would do about it, which core's messages end with. */
const forPrograms = /; [^;]*\.with\(.*$|, or pass \{ credentials \}; the cause says what was tried$/;

/** The error's code or name, where its words do not say it, and the first line of what it says. */
function messageOf(error: Error): string {
  const [whole = ''] = error.message.split('\n');
  const line = whole.replace(forPrograms, '');
  const { code } = error as { readonly code?: unknown };
  const known = typeof code === 'string' ? code : error.name;
  if (line === '') return known;
  return line.includes(known) || known === 'Error' || isServiceSetError(error) ? line : `${known}: ${line}`;
}
