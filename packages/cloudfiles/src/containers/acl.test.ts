import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Acl, isSameAcl, parseAcl, writeAcl } from './acl.js';

test.each<[string, Acl]>([
  ['', []],
  ['.r:*,.rlistings', [{ referrer: '*' }, { listings: true }]],
  [' .referrer : * , ', [{ referrer: '*' }]],
  [
    '.r:-.bad.example.com, .ref:example.com',
    [{ referrer: '.bad.example.com', isDenied: true }, { referrer: 'example.com' }],
  ],
  ['.r:*.example.com', [{ referrer: '.example.com' }]],
  ['.r:- *.x.org', [{ referrer: '.x.org', isDenied: true }]],
  [
    'p1:u1,p2:*,*:u3,*:*',
    [
      { project: 'p1', user: 'u1' },
      { project: 'p2', user: '*' },
      { project: '*', user: 'u3' },
      { project: '*', user: '*' },
    ],
  ],
  ['swiftoperator, a-role', [{ role: 'swiftoperator' }, { role: 'a-role' }]],
])('%j is read as Swift reads it', (text, acl) => {
  expect(parseAcl(text)).toEqual(acl);
  expect(isSameAcl(parseAcl(writeAcl(acl)), acl)).toBe(true);
});

test.each(['.r:', '.r:-', '.r:.', '.x:*', '.unknown', ':u', 'p:'])('%j is none', (text) => {
  expect(() => parseAcl(text)).toThrow(expect.objectContaining({ name: 'OptionError' }));
});

test.each<Acl>([
  [{ role: 'a,b' }],
  [{ role: '.rlistings' }],
  [{ project: 'a:b', user: 'c' }],
  [{ referrer: '' }],
  [{ role: ' a' }],
])('%j cannot be written', (...acl) => {
  expect(() => writeAcl(acl)).toThrow(expect.objectContaining({ name: 'OptionError' }));
});

test('lists are the same by what they let in, and the order of referrers counts', () => {
  expect(isSameAcl(parseAcl('.r:*,a:b,c'), parseAcl('c,a:b,.referer:*,c'))).toBe(true);
  expect(isSameAcl(parseAcl('.r:*,.r:-.x.org'), parseAcl('.r:-.x.org,.r:*'))).toBe(false);
  expect(isSameAcl(parseAcl('a:b'), parseAcl('a:c'))).toBe(false);
});

test('what is written is read as it was', () => {
  const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,5}$/);
  const entry = fc.oneof(
    fc.record({ project: fc.oneof(word, fc.constant('*')), user: fc.oneof(word, fc.constant('*')) }),
    fc.record({ role: word }),
    fc.constant({ listings: true as const }),
    fc.oneof(word, fc.constant('*')).map((referrer) => ({ referrer })),
    word.map((referrer) => ({ referrer: `.${referrer}`, isDenied: true })),
  );
  fc.assert(fc.property(fc.array(entry, { maxLength: 5 }), (acl) => void expect(parseAcl(writeAcl(acl))).toEqual(acl)));
});
