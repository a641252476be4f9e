import { isUnsupportedError } from '@proj/core/store';
import { expect, onTestFinished, test } from 'vitest';
import type { Account } from '../account/account.js';
import { rackspace } from '../auth/rackspace.js';
import { cloudFiles } from '../cloud-files.js';
import { isRateLimitError } from '../errors/status-errors.js';
import type { CloudFilesFacts } from '../facts/cloud-files-facts.js';
import { setOn, swiftIn } from '../testing/swift.js';

const published = {
  'x-cdn-enabled': 'True',
  'x-ttl': '3600',
  'x-log-retention': 'False',
  'x-cdn-uri': 'http://a.example.com',
  'x-cdn-ssl-uri': 'https://a.example.com',
};

async function dallas() {
  const swift = await swiftIn('DFW');
  const auth = rackspace({ username: 'u', apiKey: 'secret', authUrl: `${swift.url}/v2.0` });
  const everywhere = await cloudFiles(auth, { maxAttempts: 1 });
  onTestFinished(() => everywhere[Symbol.asyncDispose]());
  swift.asked.length = 0;
  return { swift, account: everywhere.at('DFW') };
}

test('a container is published, read, changed and published no more, at the address of the CDN alone', async () => {
  const { swift, account } = await dallas();
  swift.before = ({ method }) => ({ status: method === 'HEAD' ? 204 : 202, headers: published });
  const cdn = account.cdn();
  expect(await cdn.publish('my site', { ttl: 3_600 })).toEqual({
    name: 'my site',
    isEnabled: true,
    ttl: 3_600,
    keepsLogs: false,
    url: 'http://a.example.com',
    secureUrl: 'https://a.example.com',
  });
  await cdn.update('my site', { keepsLogs: true });
  await cdn.unpublish('my site');
  await cdn.purge('my site', 'a/é.html', { email: 'ops@example.com' });
  expect(swift.lines).toEqual([
    'PUT /DFW/cdn/my site',
    'HEAD /DFW/cdn/my site',
    'POST /DFW/cdn/my site',
    'POST /DFW/cdn/my site',
    'DELETE /DFW/cdn/my site/a/é.html',
  ]);
  expect(
    swift.asked.map(({ headers }) => [headers['x-cdn-enabled'], headers['x-ttl'], headers['x-log-retention']]),
  ).toEqual([
    ['True', '3600', undefined],
    [undefined, undefined, undefined],
    [undefined, undefined, 'True'],
    ['False', undefined, undefined],
    [undefined, undefined, undefined],
  ]);
  expect(swift.asked.at(-1)?.headers['x-purge-email']).toBe('ops@example.com');
});

test('what is published is listed', async () => {
  const { swift, account } = await dallas();
  const row = {
    name: 'a',
    cdn_enabled: true,
    ttl: 900,
    log_retention: true,
    cdn_uri: 'http://a',
    cdn_ssl_uri: 'https://a',
  };
  swift.before = () => ({ status: 200, body: JSON.stringify([row]) });
  const all: unknown[] = [];
  for await (const one of account.cdn().containers({ enabledOnly: true })) all.push(one);
  expect(all).toEqual([
    { name: 'a', isEnabled: true, ttl: 900, keepsLogs: true, url: 'http://a', secureUrl: 'https://a' },
  ]);
  expect(swift.lines).toEqual(['GET /DFW/cdn/?format=json&limit=10000&enabled_only=true']);
});

test('the 26th purge of a day is told, and times that no edge keeps are refused', async () => {
  const { swift, account } = await dallas();
  swift.before = () => ({ status: 498 });
  const error: unknown = await account
    .cdn()
    .purge('a', 'b')
    .catch((thrown: unknown) => thrown);
  expect(isRateLimitError(error)).toBe(true);
  await expect(account.cdn().publish('a', { ttl: 5 })).rejects.toMatchObject({ name: 'OptionError' });
  await expect(account.cdn().purge('a', '')).rejects.toMatchObject({ name: 'OptionError' });
});

test('Swift has none', async () => {
  const account = (await setOn(await swiftIn('DFW'))).at('DFW') as object as Account<CloudFilesFacts>;
  expect(() => account.cdn()).toThrow(expect.objectContaining({ name: 'UnsupportedError' }));
  expect(isUnsupportedError(new Error('other'))).toBe(false);
});
