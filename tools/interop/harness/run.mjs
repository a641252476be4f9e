import { stopServers } from './server.mjs';

/** @typedef {import('../../report/report.mjs').Report} Report */

/**
 * @typedef {object} Interop a program of tools/interop exports these
 * @property {string} name
 * @property {() => Promise<string | undefined>} needs why it cannot run here, if so
 * @property {(report: Report) => Promise<void>} run
 */

/**
 * @param {Interop} interop
 * @param {Report} report
 */
async function runOne({ name, needs, run }, report) {
  console.log(`\n${name}`);
  const reason = await needs();
  if (reason !== undefined) return report.notRun(name, reason);
  const before = report.counts.passed + report.counts.failed;
  await run(report);
  if (report.counts.passed + report.counts.failed === before) report.fail(name, 'it checked nothing');
}

/**
 * Runs each, one after the other. One that throws has failed, and keeps neither the others from running nor a server
 * that it started.
 * @param {readonly Interop[]} all
 * @param {Report} report
 */
export async function runInterop(all, report) {
  for (const interop of all) {
    await runOne(interop, report)
      .catch((error) => report.fail(`${interop.name} went through`, error))
      .finally(stopServers);
  }
}
