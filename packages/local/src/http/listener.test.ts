import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, startForTest } from '../testing/clients.js';
import { httpText, rawRequest } from '../testing/raw-request.js';

function statusOf(text: string): number {
  return Number(text.split(' ')[1]);
}

describe('the address', () => {
  it('is on 127.0.0.1 and on no other interface', async () => {
    const cloud = await startForTest();
    const port = Number(new URL(cloud.url).port);
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ address }) => address !== '127.0.0.1');
    // All of 127.0.0.0/8 is this machine on Linux; elsewhere connecting there hangs.
    const near = process.platform === 'linux' ? ['127.0.0.2'] : [];
    for (const host of [...near, ...others.map(({ address }) => address)]) {
      const socket = connect({ host, port });
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect([host, error.code]).not.toEqual([host, undefined]);
    }
  });

  it.each([
    ['127.0.0.1:PORT', 400],
    ['localhost:PORT', 400],
    ['LOCALHOST:PORT', 400],
    ['evil.example', 403],
    ['evil.example:PORT', 403],
    ['localhost.evil.example:PORT', 403],
    ['127.0.0.1', 403],
    ['127.0.0.1:1', 403],
    ['[::1]:PORT', 403],
    ['127.0.0.1:PORT@evil.example', 403],
  ])('with Host %s answers %d', async (host, expected) => {
    const cloud = await startForTest();
    const text = httpText('POST', '/', { host: host.replace('PORT', new URL(cloud.url).port) });
    expect(statusOf(await rawRequest(cloud.url, text))).toBe(expected);
  });

  it.each([
    ['http://evil.example', 403],
    ['null', 403],
    ['http://localhost:3000', 403],
    ['http://127.0.0.1:PORT', 400],
  ])('with Origin %s answers %d', async (origin, expected) => {
    const cloud = await startForTest();
    const { host, port } = new URL(cloud.url);
    const text = httpText('POST', '/', { host, origin: origin.replace('PORT', port) });
    expect(statusOf(await rawRequest(cloud.url, text))).toBe(expected);
  });

  it.each([
    ['garbage', 'no HTTP at all\r\n\r\n', 400],
    ['no Host', 'POST / HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: HOST\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 400],
    ['a bad chunk', 'POST / HTTP/1.1\r\nhost: HOST\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 400],
    ['a huge header', `POST / HTTP/1.1\r\nhost: HOST\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['another method', httpText('DELETE', '/', { host: 'HOST' }), 405],
    ['an absolute target', httpText('POST', 'http://evil.example/', { host: 'HOST' }), 400],
    ['a huge body', httpText('POST', '/', { host: 'HOST' }, 'x'.repeat(4_200_000)), 413],
  ])('answers %s, and lives', async (_, text, expected) => {
    const cloud = await startForTest();
    const answer = await rawRequest(cloud.url, text.replace('HOST', new URL(cloud.url).host));
    // A connection that is reset over a body nobody reads may lose the answer that went before.
    expect(answer === '' && expected === 413 ? 413 : statusOf(answer)).toBe(expected);
    expect(await codeOf(ec2Client(cloud, 'eu-west-1').describeVpcs({}))).toBe('no error');
  });
});
