/** The members of a snapshot that tell how far it has come. */
interface Progressing {
  readonly State?: string | undefined;
  readonly Progress?: string | undefined;
}

/** How far a snapshot has come, in percent: `'42%'` is 42. EC2 says nothing at the very beginning, and sometimes at the end. */
export function progressOf({ State, Progress }: Progressing): number {
  if (State === 'completed') return 100;
  const percent = Number.parseFloat(Progress ?? '');
  return Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 0;
}
