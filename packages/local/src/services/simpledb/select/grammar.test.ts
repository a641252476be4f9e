import { describe, expect, it } from 'vitest';
import { documented } from '../../../testing/sdb-documented-queries.js';
import { refusedQueries } from '../../../testing/sdb-refused-queries.js';
import { sampleDomain, sampleItems } from '../../../testing/sdb-sample-data.js';
import { workedOut } from '../../../testing/sdb-worked-out-queries.js';
import { checkSelect } from './check-select.js';
import { parseSelect } from './parse-select.js';
import { runSelect } from './run-select.js';

const domain = sampleDomain();
const letters = new Map(Object.entries(sampleItems).map(([letter, { name }]) => [name, letter]));

/** The letters of the items selected; sorted unless the query sorts them. */
function lettersOf(text: string): string {
  const query = parseSelect(text);
  checkSelect(query);
  const selected = [...runSelect(query, domain, { consistent: true, now: 0, after: undefined })];
  const found = selected.slice(0, query.limit).map(({ item }) => letters.get(item.name));
  return (query.orderBy ? found : found.sort()).join('');
}

describe('select, by the developer guide', () => {
  it('is shown by 150 queries or more', () => {
    expect(documented.length + workedOut.length + refusedQueries.length).toBeGreaterThanOrEqual(150);
  });
  it.each(documented)('documented: %s', (query, expected) => {
    expect(lettersOf(query)).toBe(expected);
  });
  it.each(workedOut)('where %s', (where, expected) => {
    expect(lettersOf(`select * from mydomain where ${where}`)).toBe(expected);
  });
  it.each(refusedQueries)('refuses %s', (query, code) => {
    expect(() => lettersOf(query)).toThrow(expect.objectContaining({ code }));
  });
});
