import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageOf } from '../aws-cli/service-names.js';
import { placesOf } from './find-package.js';

const prefix = 'client-';

/** Every client that is installed where the command can find it, by what `client-` is followed by, in alphabetical order. */
export function installedClients(cwd: string): readonly string[] {
  const scopes = placesOf(cwd).flatMap((place) => place.resolve.paths(packageOf('any')) ?? []);
  const folders = [...new Set(scopes)].map((path) => join(path, '@aws-sdk')).filter((path) => existsSync(path));
  const names = folders.flatMap((folder) => readdirSync(folder)).filter((name) => name.startsWith(prefix));
  return [...new Set(names.map((name) => name.slice(prefix.length)))].sort();
}
