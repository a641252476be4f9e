import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { onQuietPort } from './quiet-port.js';

test('a port that is taken is followed by another, below those that systems give away by themselves', async () => {
  const asked: number[] = [];
  const held = await onQuietPort(async (port) => {
    asked.push(port);
    if (asked.length < 3) throw new Error('taken');
    return port;
  });
  expect(asked).toHaveLength(3);
  expect(held).toBe(asked[2]);
  for (const port of asked) expect([port >= 16_384, port < 32_768]).toEqual([true, true]);
});

test('what never works fails as it did last', async () => {
  let tries = 0;
  await expect(onQuietPort(() => Promise.reject(new Error(`no ${++tries}`)))).rejects.toThrow('no 50');
});

test('a real port is held', async () => {
  const server = createServer();
  const port = await onQuietPort(async (candidate) => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(candidate, '127.0.0.1', resolve);
    });
    return candidate;
  });
  expect(server.address()).toMatchObject({ port });
  server.close();
});
