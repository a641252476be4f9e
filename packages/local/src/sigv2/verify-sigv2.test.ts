import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReceivedRequest } from '../http/received-request.js';
import { startForTest } from '../testing/clients.js';
import { callSdb } from '../testing/sdb-caller.js';
import { formParameters, readSigV2Claim } from './sigv2-claim.js';
import { verifySigV2 } from './verify-sigv2.js';

interface Vectors {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly vectors: readonly {
    readonly name: string;
    readonly method: string;
    readonly host: string;
    readonly path: string;
    readonly body: string;
  }[];
}
const { accessKeyId, secret, vectors } = JSON.parse(
  readFileSync(new URL('./vectors.json', import.meta.url), 'utf8'),
) as Vectors;
const account = { id: '111122223333', credentials: { accessKeyId, secretAccessKey: secret } };

describe('what boto signed', () => {
  it.each(vectors)('$name is let in, and not when a byte of it is changed', ({ method, host, path, body }) => {
    const [target = '', query = ''] = path.split('?');
    const request = (text: string): ReceivedRequest => ({
      method,
      path: target,
      query: method === 'GET' ? text : query,
      headers: new Map([['host', [host]]]),
      body: Buffer.from(method === 'GET' ? body : text),
      receivedAt: 0,
    });
    const verify = (text: string) =>
      verifySigV2(
        request(text),
        readSigV2Claim(formParameters(request(text))),
        account,
        Date.parse('2010-01-25T15:10:00Z'),
      );
    const signed = method === 'GET' ? query : body;
    expect(verify(signed)).toBe(account);
    expect(() => verify(signed.replace('Version=2009', 'Version=2008'))).toThrow(
      expect.objectContaining({ reason: 'badSignature' }),
    );
  });
});

describe('SimpleDB lets in', () => {
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  const iso = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
  it.each([
    ['GET', { method: 'GET' }, undefined],
    ['HmacSHA1', { hash: 'sha1' }, undefined],
    ['14 minutes old', { at: minutes(-14) }, undefined],
    ['16 minutes old', { at: minutes(-16) }, 'RequestExpired'],
    ['16 minutes ahead', { at: minutes(16) }, 'RequestExpired'],
    ['Expires ahead', { signed: { Timestamp: undefined, Expires: iso(minutes(60)) } }, undefined],
    ['Expires past', { signed: { Timestamp: undefined, Expires: iso(minutes(-1)) } }, 'RequestExpired'],
    ['both', { signed: { Expires: iso(minutes(60)) } }, 'InvalidParameterCombination'],
    ['no date', { signed: { Timestamp: 'yesterday' } }, 'InvalidParameterValue'],
    ['no key', { signed: { AWSAccessKeyId: undefined } }, 'AuthMissingFailure'],
    ["a stranger's key", { signed: { AWSAccessKeyId: 'AKIDSTRANGER' } }, 'AuthFailure'],
    ["a stranger's token", { signed: { SecurityToken: 'x' } }, 'AuthFailure'],
    ['version 1', { signed: { SignatureVersion: '1' } }, 'InvalidParameterCombination'],
    ['added afterwards', { unsigned: { MaxNumberOfDomains: '1' } }, 'SignatureDoesNotMatch'],
  ] as const)('%s', async (_, options, code) => {
    expect((await callSdb(await startForTest(), 'ListDomains', {}, options)).code).toBe(code);
  });

  it('temporary keys, with their token alone', async () => {
    const credentials = { accessKeyId: 'ASIATEMPORARY', secretAccessKey: 's', sessionToken: 'to+ken/=' };
    const cloud = await startForTest({ accounts: [{ id: '111122223333', credentials }] });
    expect((await callSdb(cloud, 'ListDomains', {}, { signed: { SecurityToken: 'to+ken/=' } })).status).toBe(200);
    expect((await callSdb(cloud, 'ListDomains')).code).toBe('AuthFailure');
  });
});
