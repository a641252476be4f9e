import { spawnSync } from 'node:child_process';

/**
 * What a git command prints.
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {string}
 */
export function git(root, args) {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout;
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
export const gitLines = (root, args) => git(root, args).split('\n').filter(Boolean);

/**
 * A file as a commit has it; nothing when it has none.
 * @param {string} root
 * @param {string} commit
 * @param {string} path
 */
export function fileAt(root, commit, path) {
  const { status, stdout } = spawnSync('git', ['show', `${commit}:${path}`], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}
