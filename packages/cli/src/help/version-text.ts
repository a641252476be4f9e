import { readFileSync } from 'node:fs';

/** What `--version` prints. */
export function versionText(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return `serviceset ${version} (Node ${process.version})\n`;
}
