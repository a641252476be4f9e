import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

async function output(example: string): Promise<string> {
  const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  return (await run(process.execPath, [pathOf(`examples/${example}.mjs`)], { env })).stdout;
}

describe('the examples', { timeout: 30_000 }, () => {
  it('are what the README shows, and print what it says', async () => {
    const readme = await readFile(pathOf('README.md'), 'utf8');
    const shown = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);
    const examples = ['one-region-down', 'visibility', 'bucket-regions', 'token-time'].map((name) =>
      readFile(pathOf(`examples/${name}.mjs`), 'utf8'),
    );
    expect(shown).toEqual(await Promise.all(examples));
    for (const name of ['one-region-down', 'bucket-regions']) {
      expect(readme).toContain(`\`\`\`\n${await output(name)}\`\`\``);
    }
  });

  it('ask for another token of Swift', async () => {
    expect(await output('token-time')).toBe('tea.txt\n\n401\n');
    expect(await output('swift-tokens')).toBe('with the old token: 401\nwith a new one: 201\n');
  });

  it('let a message be visible again', async () => {
    expect(await output('visibility')).toBe('one tea / nothing\none tea\n');
  });

  it('share a snapshot and take it back', async () => {
    expect((await output('sharing')).match(/\d+$/gm)).toEqual(['0', '1', '0']);
  });

  it('wait for requests', async () => {
    expect(await output('waiting-for-requests')).toMatch(
      /ended with AbortError\nafter the outage there are \d+ volumes/,
    );
  });
});
