// The names of operations and parameters, as the command's help has them, beside the AWS CLI's own tables.
import assert from 'node:assert/strict';
import { runCli } from '@proj/cli';
import { root } from '../process/root.mjs';
import { noAwscli } from './harness/awscli.mjs';
import { missing } from './harness/have.mjs';
import { runPython } from './harness/python.mjs';

export const name = 'cli-names';

export const needs = async () => (await noAwscli()) ?? (await missing('python3', ['-c', 'import awscli']));

/** @typedef {{ names: string[], members: string[] }} Theirs */

/**
 * Parameters that one has and the other has not, for a reason. The AWS CLI has arguments of its own in their place.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const replaced = {
  'ec2 run-instances': ['min-count', 'max-count', 'private-ip-addresses'],
};

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const services = await installed();
  const { stdout, code, output } = await runPython('awscli-names.py', { services });
  if (code !== 0) throw new Error(output);
  /** @type {Record<string, Record<string, Theirs>>} */
  const theirs = JSON.parse(stdout);
  await report.check(`the AWS CLI knows every service that is installed: ${services.join(', ')}`, () => {
    assert.deepEqual(Object.keys(theirs).sort(), services);
  });
  for (const service of services) await compare(report, service, theirs[service] ?? {});
}

/**
 * The models of the two are of different days: what only one of them has is counted.
 * @param {import('../report/report.mjs').Report} report
 * @param {string} service
 * @param {Record<string, Theirs>} theirs
 */
async function compare(report, service, theirs) {
  const ours = await operationsOf(service);
  const common = ours.filter((operation) => theirs[operation] !== undefined);
  const single = [...ours, ...Object.keys(theirs)].filter((one) => !common.includes(one));
  /** @type {string[]} */
  const different = [];
  let parameters = 0;
  for (const operation of common) {
    const own = await parametersOf(service, operation);
    const { names, members } = theirs[operation] ?? { names: [], members: [] };
    parameters += names.length;
    const unexplained = differences(own, names, members).filter(
      (one) => !replaced[`${service} ${operation}`]?.includes(one),
    );
    if (unexplained.length > 0) different.push(`${operation}: ${unexplained.join(', ')}`);
  }
  const counts = `${common.length} operations and ${parameters} parameters`;
  await report.check(`${service}: ${counts} have the same names, ${single.length} operations only one has`, () => {
    assert.deepEqual(different, []);
    // What only one has is no other spelling of what the other has.
    assert.deepEqual(new Set(single.map(letters)).size, single.length, `only one has ${single.join(', ')}`);
  });
}

/** @param {string} name */
const letters = (name) => name.replaceAll('-', '');

/**
 * Names of theirs that are not ours, and names of ours for members that they call otherwise. A member that their model does not
 * have is newer than it.
 * @param {readonly string[]} own
 * @param {readonly string[]} names
 * @param {readonly string[]} members
 */
function differences(own, names, members) {
  const known = members.map((member) => member.toLowerCase());
  const misnamed = own.filter((one) => !names.includes(one) && known.includes(letters(one.replace(/^no-/, ''))));
  // Paging is the command's own in both, whatever the service calls its own members.
  const missed = names.filter((one) => !own.includes(one) && one !== 'max-items' && one !== 'page-size');
  return [...misnamed, ...missed];
}

/** What the command says to these words. @param {readonly string[]} args */
async function said(args) {
  let text = '';
  const write = (/** @type {string} */ more, /** @type {() => void} */ done) => {
    text += more;
    done();
  };
  const code = await runCli(args, { stdout: { write, columns: 10_000 }, cwd: root });
  if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${code}`);
  return text;
}

async function installed() {
  const [, list = ''] = /^Services: (.*)\.$/m.exec(await said(['--help'])) ?? [];
  return list.split(', ').sort();
}

/** @param {string} service */
async function operationsOf(service) {
  const [, list = ''] = (await said([service, '--help'])).split('Operations:\n');
  return list.trim().split(/\s+/);
}

/** @param {string} service @param {string} operation */
async function parametersOf(service, operation) {
  const help = await said([service, operation, '--help']);
  const [parameters = ''] = help.split('Where and how:');
  return namesIn(parameters);
}

/** @param {string} text */
const namesIn = (text) => [...text.matchAll(/^ {2}--([\w-]+)/gm)].map(([, one = '']) => one);
