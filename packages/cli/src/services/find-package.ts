import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageOf } from '../aws-cli/service-names.js';

/** The places where clients may be installed: where the command is run, then beside the command itself. */
export function placesOf(cwd: string): readonly NodeJS.Require[] {
  return [createRequire(join(cwd, 'package.json')), createRequire(import.meta.url)];
}

/** The module of a client that is installed, as a path; `undefined` when it is not. */
export function findPackage(client: string, cwd: string): string | undefined {
  for (const place of placesOf(cwd)) {
    try {
      return place.resolve(packageOf(client));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}
