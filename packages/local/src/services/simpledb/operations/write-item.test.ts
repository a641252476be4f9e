import { expect, it } from 'vitest';
import { Domain } from '../store/domain.js';
import { limits } from '../store/limits.js';
import { writeAll } from './write-item.js';

const item = (name: string, ...values: readonly string[]) => ({
  name,
  attributes: new Map(values.length > 0 ? [['a', values]] : []),
});

/** A domain that counts as much as this more than it holds. */
function filled(more: { readonly pairs?: number; readonly valueBytes?: number }): Domain {
  const domain = new Domain('full', 0);
  writeAll(domain, [item('there', 'value')], 0);
  domain.sizes.pairs += more.pairs ?? 0;
  domain.sizes.valueBytes += more.valueBytes ?? 0;
  return domain;
}

it('a domain holds a billion pairs, and not one more', () => {
  const domain = filled({ pairs: limits.domainPairs - 3 });
  writeAll(domain, [item('one', '1')], 0);
  const full = () => writeAll(domain, [item('two', '2'), item('three', '3')], 0);
  expect(full).toThrow(expect.objectContaining({ code: 'NumberDomainAttributesExceeded', status: 409 }));
  // None of those that were to be written together.
  expect([...domain.items.keys()]).toEqual(['there', 'one']);
  writeAll(domain, [item('two', '2')], 0);
});

it('a domain holds 10 GB, and not one byte more', () => {
  const domain = filled({ valueBytes: limits.domainBytes - 11 });
  expect(() => writeAll(domain, [item('x', 'é')], 0)).toThrow(
    expect.objectContaining({ code: 'NumberDomainBytesExceeded', status: 409 }),
  );
  expect(domain.items.has('x')).toBe(false);
});

it('what makes a domain smaller can be done in one that is too large', () => {
  const domain = filled({ pairs: limits.domainPairs, valueBytes: limits.domainBytes });
  writeAll(domain, [item('there', 'v')], 0);
  writeAll(domain, [item('there')], 0);
  expect(domain.items.size).toBe(0);
});
