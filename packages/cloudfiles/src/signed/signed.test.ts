import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oneContainer } from '../testing/swift.js';
import type { SignedUrlOptions } from './signed-url.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T00:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const key = 'a-key';
const hex = (text: string) => createHmac('sha256', key).update(text).digest('hex');
const until = String(Date.parse('2026-11-25T00:15:00Z') / 1_000);

test('an address is signed by the names as they are, and sends nothing', async () => {
  const { swift, container } = await oneContainer();
  const url = new URL(await container.object('é /1').signedUrl({ key, filename: 'a b.txt' }));
  expect(swift.asked).toEqual([]);
  expect(url.href.startsWith(`${swift.url}/DFW/v1/AUTH_test/reports/%C3%A9%20/1?`)).toBe(true);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    temp_url_sig: hex(`GET\n${until}\n/DFW/v1/AUTH_test/reports/é /1`),
    temp_url_expires: until,
    filename: 'a b.txt',
  });
});

test('a prefix, an address and a longer digest have their own forms', async () => {
  const { container } = await oneContainer();
  const expiresAt = new Date('2026-12-01T00:00:00Z');
  const at = String(expiresAt.getTime() / 1_000);
  const options = { key, expiresAt, method: 'PUT', prefix: 'a/', ip: '192.0.2.0/24', inline: true } as const;
  const url = new URL(await container.object('a/b').signedUrl(options));
  expect(Object.fromEntries(url.searchParams)).toEqual({
    temp_url_sig: hex(`ip=192.0.2.0/24\nPUT\n${at}\nprefix:/DFW/v1/AUTH_test/reports/a/`),
    temp_url_expires: at,
    temp_url_prefix: 'a/',
    temp_url_ip_range: '192.0.2.0/24',
    inline: '',
  });
  const long = new URL(await container.object('a').signedUrl({ key, digest: 'sha512' }));
  expect(long.searchParams.get('temp_url_sig')).toMatch(/^sha512:[\w-]{86}$/);
});

test('a form is signed with what it allows', async () => {
  const { swift, container } = await oneContainer();
  const form = await container.signedPost({
    key,
    prefix: 'up/',
    maxFileSize: 100,
    redirect: 'https://example.com',
    deleteAfter: 60,
  });
  expect(form).toEqual({
    url: `${swift.url}/DFW/v1/AUTH_test/reports/up/`,
    fields: {
      redirect: 'https://example.com',
      max_file_size: '100',
      max_file_count: '1',
      expires: until,
      signature: hex(`/DFW/v1/AUTH_test/reports/up/\nhttps://example.com\n100\n1\n${until}`),
      x_delete_after: '60',
    },
  });
});

test.each<object>([
  {},
  { key: '' },
  { key, method: 'PATCH' },
  { key, expiresIn: 0 },
  { key, expiresAt: new Date('never') },
  { key, prefix: 'other/' },
  { key, digest: 'md5' },
])('%j is refused, and the key is not shown', async (options) => {
  const { container } = await oneContainer();
  const attempt = container.object('a').signedUrl(options as SignedUrlOptions);
  await expect(attempt).rejects.toMatchObject({ name: 'OptionError', message: expect.not.stringContaining(key) });
});

test('keys are set, and taken away, and are no metadata', async () => {
  const { swift, container } = await oneContainer();
  await container.update({ signingKeys: { first: 'one', second: null } });
  expect(swift.asked[0]?.headers).toMatchObject({
    'x-container-meta-temp-url-key': 'one',
    'x-container-meta-temp-url-key-2': '',
  });
  expect((await container.head()).metadata).toEqual({});
});
