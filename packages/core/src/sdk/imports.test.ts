import { expect, test } from 'vitest';
import { runChild } from './testing/child.js';

/** Tells of every module that an `import` leads to; what is required is in the cache of `require`. */
const hook = `
  import { writeSync } from 'node:fs';
  export async function resolve(name, context, next) {
    const found = await next(name, context);
    writeSync(1, 'loaded ' + found.url + '\\n');
    return found;
  }`;

async function modulesLoadedBy(script: string): Promise<readonly string[]> {
  const { code, output } = await runChild(`
    import { createRequire, register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));
    ${script}
    for (const file of Object.keys(createRequire(import.meta.url).cache)) console.log('loaded ' + file);`);
  if (code !== 0) throw new Error(output);
  return [...output.matchAll(/^loaded (.+)$/gm)].map(([, url]) => url ?? '');
}

/** The packages that the modules are of, as far as they are not core's own. */
function packagesOf(modules: readonly string[]): readonly string[] {
  const names = modules.map((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** The schemas of the SDK, by which bodies are checked: 2 ms. */
const light = ['@smithy/core', '@smithy/types'];

test('to import core loads no handler, no provider, no protocol and no client', async () => {
  const modules = await modulesLoadedBy(`await import(CORE);`);
  expect(modules.filter((url) => url.includes('/packages/core/dist/')).length).toBeGreaterThan(50);
  expect(packagesOf(modules)).toEqual(light);
  const parts = modules.flatMap((url) => /@smithy\/core\/dist-\w+\/submodules\/([^/]+)/.exec(url)?.[1] ?? []);
  for (const heavy of ['protocols', 'config', 'endpoints', 'checksum', 'client']) expect(parts).not.toContain(heavy);
  expect(modules).not.toContain('node:http');
  expect(modules).not.toContain('node:https');
}, 30_000);

test('nor does making a set of a class of your own, and using it', async () => {
  const modules = await modulesLoadedBy(`
    const { serviceSet } = await import(CORE);
    class Own { async ask() { return 1; } }
    await serviceSet(Own, { regions: ['eu-west-1'] }).ask();`);
  expect(packagesOf(modules)).toEqual(light);
}, 30_000);
