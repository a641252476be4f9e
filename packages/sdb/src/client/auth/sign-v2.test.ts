import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentials } from '../../testing/clients.js';
import { vectors } from '../../testing/sigv2-vectors.js';
import { signV2 } from './sign-v2.js';

const at = new Date('2010-01-25T15:01:28.750Z');
const host = 'sdb.amazonaws.com';
const signatureOf = (form: string) => new URLSearchParams(form).get('Signature');

describe('signature version 2', () => {
  it.each(vectors)('signs $name as boto does', ({ method, form, signature }) => {
    const signed = signV2({ method, host, path: '/', form }, credentials, at);
    expect(signed).toBe(`${form}&Signature=${encodeURIComponent(signature)}`);
  });

  it('takes a former signature out, whatever the time and the credentials of that', () => {
    const form = 'Action=ListDomains&Version=2009-04-15';
    const former = signV2(
      { method: 'POST', host, path: '/', form },
      { ...credentials, sessionToken: 'a token' },
      new Date(),
    );
    const again = signV2({ method: 'POST', host, path: '/', form: former }, credentials, at);
    expect(again).toBe(signV2({ method: 'POST', host, path: '/', form }, credentials, at));
    expect(again).not.toContain('SecurityToken');
  });

  it('does not depend on the order of parameters, and depends on all they say', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.stringMatching(/^p[a-z]{1,4}$/), fc.string({ unit: 'grapheme' })), {
      selector: ([name]) => name,
      minLength: 1,
    });
    const encode = (list: readonly (readonly [string, string])[]) =>
      list.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    const sign = (form: string) => signV2({ method: 'POST', host, path: '/', form }, credentials, at);
    fc.assert(
      fc.property(pairs, (list) => {
        expect(sign(encode(list.toReversed()))).toBe(sign(encode(list)));
        const [[name, value], ...rest] = list as [[string, string], ...[string, string][]];
        expect(signatureOf(sign(encode([[name, `${value}.`], ...rest])))).not.toBe(signatureOf(sign(encode(list))));
      }),
    );
  });

  it('writes the host in small letters, and a session token as a parameter that is signed', () => {
    const form = 'Action=ListDomains';
    const identity = { ...credentials, sessionToken: 'to/ken+=' };
    const small = signV2({ method: 'POST', host, path: '/', form }, identity, at);
    expect(signV2({ method: 'POST', host: 'SDB.amazonaws.com', path: '/', form }, identity, at)).toBe(small);
    expect(small).toContain('&SecurityToken=to%2Fken%2B%3D&');
    expect(signatureOf(small)).not.toBe(
      signatureOf(signV2({ method: 'POST', host, path: '/', form }, credentials, at)),
    );
  });
});
