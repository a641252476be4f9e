import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** Makes the environment that of a machine with these files in its home, and no AWS variable but these; until the test ends. */
export function atHome(
  files: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): string {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(home, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const ours = Object.keys(process.env).filter((name) => name.startsWith('AWS_') && !name.startsWith('AWS_SDK_JS_'));
  for (const name of ours) vi.stubEnv(name, undefined);
  vi.stubEnv('HOME', home);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });
  return home;
}
