import { describe, expect, it } from 'vitest';
import type { ReceivedRequest } from '../http/received-request.js';
import { canonicalRequest } from './canonical-request.js';

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function request(target: string, headers: Record<string, string[]> = {}): ReceivedRequest {
  const [path = '', query = ''] = target.split('?');
  return {
    method: 'GET',
    path,
    query,
    headers: new Map(Object.entries(headers)),
    body: Buffer.alloc(0),
    receivedAt: 0,
  };
}

/** The cases of AWS's own test suite for SigV4 (get-vanilla-query-order, get-header-value-trim, normalize-path…). */
describe('canonicalRequest', () => {
  it.each([
    ['/', '/', ''],
    ['/?Param2=value2&Param1=value1', '/', 'Param1=value1&Param2=value2'],
    ['/?Param1=value2&Param1=Value1', '/', 'Param1=Value1&Param1=value2'],
    ['/?Foo.10=b&Foo.1=a', '/', 'Foo.1=a&Foo.10=b'],
    ['/?-._~0=-._~0', '/', '-._~0=-._~0'],
    ["/?a=%2A'(%20", '/', 'a=%2A%27%28%20'],
    ['/?a', '/', 'a='],
    ['/example/..', '/', ''],
    ['/./example', '/example', ''],
    ['//example//', '/example/', ''],
    ['/example%20space/', '/example%2520space/', ''],
    ['/ec2/eu-west-1', '/ec2/eu-west-1', ''],
    ['/?X-Amz-Signature=x&a=1', '/', 'a=1'],
    ['/?broken=%E0%A4', '/', 'broken=%25E0%25A4'],
  ])('%s', (target, path, query) => {
    expect(canonicalRequest(request(target), [])).toBe(['GET', path, query, '', '', EMPTY].join('\n'));
  });

  it('folds spaces and joins a header that came twice', () => {
    const text = canonicalRequest(request('/', { host: ['h'], 'my-header1': ['  a   b  c ', 'd'] }), [
      'host',
      'my-header1',
    ]);
    expect(text).toBe(['GET', '/', '', 'host:h', 'my-header1:a b c,d', '', 'host;my-header1', EMPTY].join('\n'));
  });
});
