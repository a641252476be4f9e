import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gate } from './gate.js';

test('lets so many in, and the others in the order of asking', () => {
  const gate = new Gate(2);
  const entered: string[] = [];
  expect([gate.tryEnter(), gate.tryEnter(), gate.tryEnter()]).toEqual([true, true, false]);
  for (const name of ['a', 'b']) gate.wait(() => entered.push(name));
  expect([gate.inside, gate.waiting]).toEqual([2, 2]);
  gate.leave();
  expect(entered).toEqual(['a']);
  expect([gate.inside, gate.waiting]).toEqual([2, 1]);
  gate.leave();
  expect(entered).toEqual(['a', 'b']);
});

test('who gives the place in the queue up is not let in', () => {
  const gate = new Gate(1);
  const entered: string[] = [];
  gate.tryEnter();
  const giveUp = gate.wait(() => entered.push('a'));
  gate.wait(() => entered.push('b'));
  giveUp();
  gate.leave();
  expect(entered).toEqual(['b']);
  giveUp();
  expect([gate.inside, gate.waiting]).toEqual([1, 0]);
});

test('any order of coming, giving up and leaving keeps the width and wakes whoever can go in', () => {
  const step = fc.constantFrom('come', 'give up', 'leave');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), (width, steps) => {
      const gate = new Gate(width);
      const queue: (() => void)[] = [];
      for (const what of steps) {
        if (what === 'come' && !gate.tryEnter()) queue.push(gate.wait(() => queue.shift()));
        if (what === 'give up') queue.shift()?.();
        if (what === 'leave' && gate.inside > 0) gate.leave();
        expect(gate.inside).toBeLessThanOrEqual(width);
        expect(gate.waiting).toBe(queue.length);
        expect(gate.waiting > 0 && gate.inside < width).toBe(false);
      }
    }),
  );
});
