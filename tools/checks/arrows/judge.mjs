import { folderRule } from './folders.mjs';
import { importsOf } from './imports.mjs';
import { packageRule } from './packages.mjs';

/**
 * The imports that go against an arrow, one sentence each.
 * @param {readonly import('../../source/files.mjs').SourceFile[]} files
 * @param {import('./packages.mjs').Exports} exported
 */
export function wrongArrows(files, exported) {
  return files.flatMap(({ path, text }) =>
    importsOf(path, text).flatMap(({ specifier, line }) => {
      const rule = packageRule(path, specifier, exported) ?? folderRule(path, specifier);
      return rule ? [`${path}:${line} imports '${specifier}', but ${rule}.`] : [];
    }),
  );
}
