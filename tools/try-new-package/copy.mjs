import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitLines } from '../changesets/git.mjs';

/**
 * A clone of the last commit, with what is changed since then and not committed.
 * @param {string} root
 * @param {string} place
 */
export function copyRepository(root, place) {
  gitLines(root, ['clone', '--quiet', '--no-hardlinks', root, place]);
  const changed = gitLines(root, ['diff', '--name-only', '--no-renames', 'HEAD']);
  const added = gitLines(root, ['ls-files', '--others', '--exclude-standard']);
  for (const path of [...changed, ...added]) {
    if (!existsSync(join(root, path))) rmSync(join(place, path), { force: true });
    else {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      copyFileSync(join(root, path), join(place, path));
    }
  }
}

/** A second name of a file costs nothing; on another disk it is a copy. @param {string} from @param {string} to */
function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** @param {string} from @param {string} to */
function linkFolder(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

/**
 * What is installed and built, so that the copy's own set-up has only the new packages to do. What tools write in place is copied: the
 * files of node_modules itself, where npm keeps its account.
 * @param {string} root
 * @param {string} place
 */
export function shareInstalled(root, place) {
  const [from, to] = [join(root, 'node_modules'), join(place, 'node_modules')];
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isFile()) copyFileSync(source, target);
    else if (entry.name === '.bin' || !entry.name.startsWith('.')) linkFolder(source, target);
  }
  const cache = join(root, '.turbo', 'cache');
  if (existsSync(cache)) cpSync(cache, join(place, '.turbo', 'cache'), { recursive: true });
}
