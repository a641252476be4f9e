import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { dropText } from './drop-text.mjs';

test('only what has the text in it is kept back, and nobody waits for it', async () => {
  const stream = new PassThrough({ encoding: 'utf8' });
  dropText(stream, 'a known warning');
  stream.write('an error\n');
  await new Promise((resolve) => stream.write('\u001b[33ma known warning\u001b[39m\n', () => resolve(undefined)));
  stream.write(Buffer.from('another error\n'), 'utf8');
  stream.end();
  expect((await stream.toArray()).join('')).toBe('an error\nanother error\n');
});
