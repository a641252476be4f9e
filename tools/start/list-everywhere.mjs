import { aside, bad, bold, dim, good } from './style.mjs';
import { table } from './table.mjs';

/** @typedef {import('@proj/ec2').Volume} Volume */
/** @typedef {import('@proj/core').Outcome<readonly Volume[]>} Listed */

const call = 'everywhere.with({ timeout: 2_000 }).volumes().settled()';

/**
 * Lists the volumes of every region in one call, and shows what each region said.
 * @param {ReturnType<typeof import('@proj/ec2').ec2>} everywhere
 */
export async function listEverywhere(everywhere) {
  console.log(bold(`await ${call}\n`));
  const report = await everywhere.with({ timeout: 2_000 }).volumes().settled();
  const nearestFirst = [...report.outcomes].sort((a, b) => a.elapsed - b.elapsed);
  console.log(table([header, ...nearestFirst.map(row)]));
  console.log(totals(report));
  return report.values.flat();
}

const header = [
  { text: 'region', style: dim },
  { text: 'latency', align: /** @type {const} */ ('right'), style: dim },
  { text: 'status', style: dim },
  { text: 'volumes', align: /** @type {const} */ ('right'), style: dim },
  { text: '' },
];

/**
 * @param {Listed} outcome
 * @returns {readonly import('./table.mjs').Cell[]}
 */
function row(outcome) {
  const ok = outcome.status === 'ok';
  return [
    { text: outcome.target.region },
    { text: milliseconds(outcome.elapsed), align: 'right' },
    { text: outcome.status, style: ok ? good : outcome.status === 'notEnabled' ? aside : bad },
    { text: ok ? String(outcome.value.length) : '–', align: 'right' },
    { text: remark(outcome), style: dim },
  ];
}

/** A region that is off answers as to a wrong key, which is what its error says. @param {Listed} outcome */
function remark(outcome) {
  if (outcome.status === 'ok') return '';
  return outcome.status === 'notEnabled' ? 'off for this account' : outcome.error.message;
}

/** @param {import('@proj/core').Report<readonly Volume[]>} report */
function totals({ outcomes, values, failures, missing, elapsed }) {
  const answered = outcomes.filter(({ status }) => status === 'ok').map((outcome) => outcome.elapsed);
  const slowest = Math.max(...answered);
  const sum = answered.reduce((total, one) => total + one, 0);
  const absent = failures.filter(({ target }) => !missing.includes(target)).map(({ target }) => target.region);
  return [
    '',
    `  ${values.flat().length} volumes from ${answered.length} of ${outcomes.length} regions.`,
    `  They had all answered after ${bold(milliseconds(slowest))}; one after another they would have taken ${milliseconds(sum)}, ${(sum / slowest).toFixed(1)} times as long.`,
    `  The whole call took ${milliseconds(elapsed)}, since the region that never answers was given 2,000 ms.`,
    `  Missing: ${missing.map(({ region }) => bad(region)).join(', ')}, whose volumes nobody knows. Not missing: ${absent.map((region) => aside(region)).join(', ')}, which can have none.`,
  ].join('\n');
}

/** @param {number} elapsed */
function milliseconds(elapsed) {
  return `${Math.round(elapsed).toLocaleString('en')} ms`;
}
