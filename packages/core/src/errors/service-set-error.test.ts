import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { hasName } from './has-name.js';
import { isServiceSetError, ServiceSetError } from './service-set-error.js';

class QuotaError extends ServiceSetError {
  override readonly name = 'QuotaError';
}

/** What a second installed copy of the package would load. */
async function anotherCopy(): Promise<typeof import('./service-set-error.js')> {
  vi.resetModules();
  return import('./service-set-error.js');
}

test('carries name, message and cause', () => {
  const cause = new Error('below');
  const error = new ServiceSetError('above', { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'ServiceSetError', message: 'above', cause });
});

test('has no cause when none is given', () => {
  expect('cause' in new ServiceSetError('above')).toBe(false);
});

test('is known by a guard of another copy, by brand and name', async () => {
  const other = await anotherCopy();
  expect(other.ServiceSetError).not.toBe(ServiceSetError);
  expect(isServiceSetError(new other.ServiceSetError('theirs'))).toBe(true);
  expect(other.isServiceSetError(new QuotaError('ours'))).toBe(true);
});

test('a name is not enough, and neither is the brand', () => {
  const impostor = Object.assign(new Error('no'), { name: 'QuotaError' });
  expect(hasName<QuotaError>(impostor, 'QuotaError')).toBe(false);
  expect(hasName<QuotaError>(new ServiceSetError('no'), 'QuotaError')).toBe(false);
  expect(hasName<QuotaError>(new QuotaError('yes'), 'QuotaError')).toBe(true);
});

test.each([[undefined], [null], ['ServiceSetError'], [42], [{}], [new Error('plain')]])('%o is not ours', (value) => {
  expect(isServiceSetError(value)).toBe(false);
});

test('the brand does not show when an error is printed', () => {
  expect(inspect(new QuotaError('the quota is used up'))).not.toContain('@proj/core');
});
