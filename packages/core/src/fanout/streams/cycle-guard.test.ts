import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CycleGuard } from './cycle-guard.js';

/** How many tokens pass until the guard stops the sequence that runs into a circle after `head` tokens. */
function tokensUntilStopped(head: number, length: number): number {
  const guard = new CycleGuard();
  for (let step = 0; step < 20 * (head + length); step += 1) {
    const token = step < head ? `head ${step}` : `circle ${(step - head) % length}`;
    if (guard.repeats(token)) return step;
  }
  return Number.POSITIVE_INFINITY;
}

test('a circle of up to 1,000 is noticed at the first token that comes again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 1_000 }), (head, length) => {
      expect(tokensUntilStopped(head, length)).toBe(head + length);
    }),
    {
      numRuns: 50,
      examples: [
        [0, 1],
        [0, 1_000],
        [2_500, 1_000],
      ],
    },
  );
});

test.each([
  [0, 1_001],
  [0, 5_000],
  [3_000, 4_096],
  [1, 2_047],
])('after %i others, a circle of %i is noticed within three rounds', (head, length) => {
  expect(tokensUntilStopped(head, length)).toBeLessThanOrEqual(3 * (head + length));
});

test('tokens that never repeat are never stopped', () => {
  const guard = new CycleGuard();
  for (let step = 0; step < 5_000; step += 1) expect(guard.repeats(`token ${step}`)).toBe(false);
});
