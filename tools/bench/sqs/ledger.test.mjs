import { expect, test } from 'vitest';
import { Ledger } from './ledger.mjs';

/** @typedef {import('./ledger.mjs').Entry} Entry */

/** A ledger of entries in the form `type id`, or `type id group number`. @param {readonly string[]} lines */
function ledgerOf(...lines) {
  const ledger = new Ledger();
  const entries = lines.map((line) => {
    const [type, id = '', group, number] = line.split(' ');
    return { type: /** @type {Entry['type']} */ (type), id, group, number: Number(number ?? 0) };
  });
  ledger.read(entries);
  return ledger;
}

test('a message that is handled and deleted is nothing to speak of', () => {
  const { handled, failed, afterDeletion, twice, unexplained, disorder } = ledgerOf('begun a', 'done a', 'deleted a');
  expect({ handled, failed, afterDeletion, twice, unexplained, disorder }).toEqual({
    ...{ handled: 1, failed: 0, afterDeletion: 0 },
    ...{ twice: 0, unexplained: 0, disorder: 0 },
  });
});

test('one that failed comes again, which is not twice', () => {
  const { handled, failed, twice } = ledgerOf('begun a', 'failed a', 'begun a', 'done a');
  expect([handled, failed, twice]).toEqual([1, 1, 0]);
});

test('one that was handled comes again only when it was lost', () => {
  const explained = ledgerOf('begun a', 'done a', 'lost a', 'begun a', 'done a');
  expect([explained.twice, explained.unexplained, explained.lost]).toEqual([1, 0, 1]);
  const not = ledgerOf('begun a', 'done a', 'begun a', 'done a');
  expect([not.twice, not.unexplained]).toEqual([1, 1]);
  const oncetoo = ledgerOf('begun a', 'done a', 'lost a', 'begun a', 'done a', 'begun a');
  expect([oncetoo.twice, oncetoo.unexplained]).toEqual([2, 1]);
});

test('one that was deleted must not come at all', () => {
  expect(ledgerOf('begun a', 'done a', 'deleted a', 'begun a').afterDeletion).toBe(1);
});

test('in a group each waits for the one before it; one that comes again overtakes none', () => {
  expect(ledgerOf('begun a g 0', 'done a g 0', 'begun b g 1', 'done b g 1').disorder).toBe(0);
  expect(ledgerOf('begun a g 0', 'begun b g 1').disorder).toBe(1);
  expect(ledgerOf('begun a g 0', 'failed a g 0', 'begun b g 1').disorder).toBe(1);
  expect(ledgerOf('begun a g 0', 'done a g 0', 'lost a g 0', 'begun a g 0', 'done a g 0', 'begun b g 1').disorder).toBe(
    0,
  );
});
