import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBreakerOpenError } from './breaker-open-error.js';
import { Breakers, type Probe } from './breakers.js';

const openFor = 120_000;
const origin = 'https://ec2.me-south-1.amazonaws.com';

/** What happens next: time passes, a call begins, or one of those under way ends in some way. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(1_000, 70_000, 130_000) }),
  fc.record({ kind: fc.constant('begin' as const) }),
  fc.record({
    kind: fc.constant('end' as const),
    which: fc.nat(3),
    how: fc.constantFrom('missed', 'missed', 'missed', 'answered', 'cancelled' as const),
  }),
);

interface Running {
  readonly began: number;
  readonly probe: Probe | undefined;
}

/** Breakers of one origin, and a model that says when a call must be let through. */
class Model {
  time = 1_000_000;
  readonly breakers: Breakers = new Breakers(() => this.time);
  readonly running: Running[] = [];
  /** The call that ended last. */
  lastEnded: Running | undefined;
  /** When it failed last without an answer since. */
  #failedAt: number | undefined;
  #answeredAt = 0;

  begin(): void {
    const isOpen = this.#failedAt !== undefined && this.time < this.#failedAt + openFor;
    const isProbed = this.#failedAt !== undefined && this.#probes().length > 0;
    const admitted = this.#admitted();
    expect(admitted === 'refused').toBe(isOpen || isProbed);
    if (admitted === 'refused') return;
    expect(admitted !== undefined).toBe(this.#failedAt !== undefined);
    this.running.push({ began: this.time, probe: admitted });
    expect(this.#probes().length).toBeLessThanOrEqual(1);
  }

  end(which: number, how: 'answered' | 'missed' | 'cancelled'): void {
    const [call] = this.running.splice(which % Math.max(1, this.running.length), 1);
    this.lastEnded = call;
    if (call === undefined) return;
    if (how === 'answered') {
      this.breakers.answered(origin, call.began);
      this.#failedAt = undefined;
      this.#answeredAt = this.time;
    }
    if (how === 'missed') {
      this.breakers.missed(origin, { began: call.began, cause: new Error('refused'), isLasting: true });
      if (this.#answeredAt < call.began) this.#failedAt = this.time;
    }
    if (call.probe !== undefined) this.breakers.release(origin, call.probe);
  }

  /** Those whose place is theirs still: it is given away after two minutes, and an answer makes every place void. */
  #probes(): readonly Running[] {
    return this.running.filter(({ probe }) => probe !== undefined && this.time < probe.until && this.#holds(probe));
  }

  #holds({ until }: Probe): boolean {
    return until - openFor > this.#answeredAt;
  }

  #admitted(): Probe | undefined | 'refused' {
    try {
      return this.breakers.admit(origin);
    } catch (error) {
      if (isBreakerOpenError(error)) return 'refused';
      throw error;
    }
  }
}

test('whatever happens, there is one probe at most, an answer closes, and a failure shuts for two minutes', () => {
  const probed = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 150, size: 'max' }), (steps) => {
      const model = new Model();
      for (const next of steps) {
        model.time += 1;
        if (next.kind === 'wait') model.time += next.milliseconds;
        else if (next.kind === 'begin') model.begin();
        else model.end(next.which, next.how);
        if (next.kind === 'end' && model.lastEnded?.probe !== undefined) probed.add(next.how);
      }
    }),
    { numRuns: 400 },
  );
  // Schedules that never come to a probe's end would show nothing.
  expect([...probed].sort()).toEqual(['answered', 'cancelled', 'missed']);
});
