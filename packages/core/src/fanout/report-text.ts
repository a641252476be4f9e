import type { Show } from '../printing/show-as.js';
import type { Report } from './report.js';
import { sayingsOf, sayingText } from './sayings.js';

const longest = 200;

/** What `console.log` shows of a report: how many said what, where something failed and why, and the values. */
export function reportText(report: Report<unknown>, show: Show): string {
  const { outcomes, values, truncated, failures, elapsed, regions } = report;
  const counts = [...countsOf(outcomes)].map(([status, count]) => `${count} ${status}`).join(', ');
  const lines = [
    `Report of ${outcomes.length} targets in ${Math.round(elapsed)} ms: ${counts || 'none'}; regions: ${regions.source}`,
    ...(regions.reason === undefined ? [] : [`  regions assumed: ${regions.reason}`]),
    ...sayingsOf(failures).map((saying) => `  ${sayingText(saying, longest)}`),
    ...(truncated.length === 0 ? [] : [`  truncated: ${truncated.map(({ region }) => region).join(', ')}`]),
    `  values: ${show(values).replaceAll('\n', '\n  ')}`,
  ];
  return lines.join('\n');
}

function countsOf(outcomes: Report<unknown>['outcomes']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of outcomes) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
