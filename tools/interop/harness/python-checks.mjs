import { runPython } from './python.mjs';

/**
 * Runs a Python program of `clients/` that says `ok` or `FAILED` of each of its checks, and reports them.
 * @param {import('../../report/report.mjs').Report} report
 * @param {string} name what the checks are of
 * @param {string} program
 * @param {object} settings
 */
export async function runPythonChecks(report, name, program, settings) {
  const { output, code } = await runPython(program, settings);
  const checks = [...output.matchAll(/^(ok|FAILED) +(\w+)(.*)$/gm)];
  for (const [, verdict, check = '', why] of checks) {
    if (verdict === 'ok') report.pass(`${name}: ${check.replaceAll('_', ' ')}`);
    else report.fail(`${name}: ${check.replaceAll('_', ' ')}`, why);
  }
  if (checks.length === 0 || (code !== 0 && !checks.some(([, verdict]) => verdict === 'FAILED'))) {
    report.fail(`${name}: runs to its end`, output);
  }
}
