import assert from 'node:assert/strict';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/cloudfiles').Account} Account */

const names = Array.from(
  { length: 1_050 },
  (_, index) => `${['a', 'é', '✓', '😀'][index % 4]}/${(index * 7_919) % 1_050}`,
);
const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** Listings in pages of a hundred. @param {Report} report @param {Account} account */
export async function listsAndDeletes(report, account) {
  const container = await account.createContainer('listed');
  await report.check(
    '1,050 names are listed once each and in order, over ranges and pages, with their types',
    async () => {
      for (let at = 0; at < names.length; at += 50) {
        const some = names.slice(at, at + 50);
        await Promise.all(some.map((name) => container.object(name).put('x', { contentType: 'text/x' })));
      }
      const rows = container.list({ with: ['contentType', 'size', 'modified'] });
      const all = await rows.toArray();
      assert.deepEqual(
        all.map(({ name }) => name),
        sorted,
      );
      assert.ok(
        all.every(
          ({ contentType, size, modified }) => contentType === 'text/x' && size === 1 && modified.getTime() > 0,
        ),
      );
      assert.deepEqual(
        (await container.list({ parallel: 1 }).toArray()).map(({ name }) => name),
        sorted,
      );
    },
  );
  await report.check('between two names, and by what they begin with, Swift bounds them itself', async () => {
    const [after = '', before = ''] = [sorted[100], sorted[900]];
    const between = await container.list({ after, before }).toArray();
    assert.deepEqual(
      between.map(({ name }) => name),
      sorted.slice(101, 900),
    );
    const some = await container.list({ prefix: '✓/1' }).toArray();
    assert.deepEqual(
      some.map(({ name }) => name),
      sorted.filter((name) => name.startsWith('✓/1')),
    );
  });
  await report.check('folders come in their places, also where a page ends with one', async () => {
    const rows = container.list({ delimiter: '/' });
    assert.deepEqual(
      await rows.toArray(),
      ['a/', 'é/', '✓/', '😀/'].map((prefix) => ({ prefix })),
    );
    assert.equal(rows.spent.total, 1);
  });
  await report.check('backwards they are the same', async () => {
    const back = [];
    for await (const row of container.reversed()) back.push('name' in row ? row.name : row.prefix);
    assert.deepEqual(back, [...sorted].reverse());
    const some = [];
    for await (const row of container.reversed({ after: sorted[10], before: sorted[500] }))
      some.push('name' in row && row.name);
    assert.deepEqual(some, sorted.slice(11, 500).reverse());
  });
  await report.check('a plan has the number that Swift counts, and what costs more is paid for', async () => {
    const plan = await container.list.plan({ with: ['contentType'], parallel: 1 });
    assert.deepEqual([plan.basis, plan.requests.min], ['counted', 11]);
    const paid = container.list({ prefix: 'a/1', with: ['metadata', 'expiresAt'], budget: { maxRequests: 200 } });
    const rows = await paid.toArray();
    assert.equal(paid.spent.by.HEAD, rows.length);
    const short = container.list({ with: ['metadata'], budget: { maxRequests: 20 } });
    await assert.rejects(short.toArray(), { name: 'BudgetError', spent: 20 });
  });
  await report.check('many are deleted by a few requests, and each is told of', async () => {
    const outcomes = [];
    for await (const one of container.deleteObjects([...names.slice(0, 1_000), 'none', 'é/none'])) outcomes.push(one);
    assert.deepEqual([outcomes.length, outcomes.filter(({ error }) => error !== undefined)], [1_002, []]);
    const some = [];
    for await (const one of account.deleteMany(['listed', 'listed/none'])) some.push(one);
    assert.deepEqual(some, [
      { name: 'listed', error: '409 Conflict' },
      { name: 'listed/none', error: undefined },
    ]);
    assert.equal((await container.list().toArray()).length, 50);
  });
}
