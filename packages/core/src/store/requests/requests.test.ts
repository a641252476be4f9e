import { expect, test } from 'vitest';
import { BudgetError, isBudgetError } from './budget-error.js';
import { countRequest, Meter } from './meter.js';
import { bothRequests, exactly, requests } from './requests.js';

test('requests are summed up, by kind and in all', () => {
  const some = requests({ LIST: { min: 1, max: 3 }, HEAD: exactly(0) });
  expect(some).toEqual({ min: 1, max: 3, by: { LIST: { min: 1, max: 3 } } });
  const more = bothRequests(some, requests({ LIST: exactly(2), GET: { min: 0, max: 'unbounded' } }));
  expect(more).toEqual({
    min: 3,
    max: 'unbounded',
    by: { LIST: { min: 3, max: 5 }, GET: { min: 0, max: 'unbounded' } },
  });
});

test('a meter counts what is sent inside of it, and nothing else', async () => {
  const [outer, inner] = [new Meter(), new Meter()];
  countRequest('GET');
  await outer.run(async () => {
    countRequest('LIST');
    await Promise.resolve();
    countRequest('HEAD');
    inner.run(() => countRequest('PUT'));
  });
  expect([outer.spent, inner.spent]).toEqual([
    { total: 2, by: { LIST: 1, HEAD: 1 } },
    { total: 1, by: { PUT: 1 } },
  ]);
});

test('a meter with a budget counts no more than that, and the error says where to go on', () => {
  const meter = new Meter({ maxRequests: 1 });
  meter.count('LIST');
  expect(() => meter.count('HEAD')).toThrow(
    'the budget of 1 requests does not allow one more HEAD; nothing was done yet',
  );
  expect(meter.spent.total).toBe(1);
  const error = new BudgetError(1, 1, 'HEAD').upTo('key-7');
  expect(error).toMatchObject({ resume: 'key-7', spent: 1, budget: 1, kind: 'HEAD' });
  expect(error.message).toContain("go on with after: 'key-7', or give a larger budget");
  expect([isBudgetError(error), isBudgetError(new Error('x'))]).toEqual([true, false]);
});
