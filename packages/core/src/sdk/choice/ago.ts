const minute = 60_000;

/** How long ago, in words. `age`: milliseconds. */
export function agoOf(age: number): string {
  const minutes = Math.floor(age / minute);
  if (minutes < 1) return 'just now';
  return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
}
