import { expect, test } from 'vitest';
import { hasService } from './availability.js';
import { knownRegions } from './table.js';

test('SimpleDB has 8 regions', () => {
  const has = knownRegions().filter((name) => hasService('sdb', name) === 'yes');
  expect(has).toHaveLength(8);
  expect(knownRegions().filter((name) => hasService('sdb', name) === 'no')).toHaveLength(40);
  expect(hasService('sdb', 'sa-east-1')).toBe('yes');
  expect(hasService('sdb', 'eu-central-1')).toBe('no');
});

test.each(['ec2', 'constructor', ''])('%j is assumed everywhere', (service) => {
  expect(hasService(service, 'eu-central-1')).toBe('assumed');
});
