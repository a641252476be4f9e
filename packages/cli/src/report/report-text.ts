import { type Failure, isMissing, type Report } from '@proj/core';
import type { Call } from '../call/call.js';
import type { Paint } from '../host/style.js';
import { visible } from '../output/visible.js';
import { adviceFor } from './advice.js';
import { groupsOf } from './groups.js';

/** What a report is told with. */
export interface Telling {
  readonly paint: Paint;
  /** The one region that was asked since all would have answered the same. */
  readonly only: string | undefined;
  /** Whether there were as many items as were asked for, and the rest was left. */
  readonly stopped: boolean;
}

/** What has to be said of a call beside its answers: what is missing, why, and what to do. Empty when all is well. */
export function reportText(report: Report<unknown>, call: Call, telling: Telling): string {
  const { paint, only, stopped } = telling;
  const lines = [
    ...(only === undefined ? [] : [paint('dim', onlyText(call, only))]),
    ...assumed(report, paint),
    ...(stopped
      ? [paint('dim', `Stopped after ${call.common.maxItems} items, as --max-items says.`)]
      : told(report, call, paint)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function onlyText({ service, operation }: Call, only: string): string {
  return `${service.name} ${operation.commandName} answers the same in every region, so only ${only} was asked.`;
}

/** A list of regions that nobody confirmed is no small matter: said even when all of them answered. */
function assumed({ regions, outcomes }: Report<unknown>, paint: Paint): readonly string[] {
  if (regions.source !== 'assumed') return [];
  const why = regions.reason === undefined ? '' : ` (${visible(regions.reason)})`;
  return [
    paint('yellow', `Which regions are enabled could not be found out${why}: all ${outcomes.length} were asked.`),
  ];
}

function told(report: Report<unknown>, call: Call, paint: Paint): readonly string[] {
  const { failures, truncated } = report;
  if (failures.length === 0 && truncated.length === 0) return [];
  const cut = truncated.map(({ region }) => region).join(', ');
  return [
    headline(report, call),
    ...section(failures.filter(isMissing), 'red', paint),
    ...section(
      failures.filter((failure) => !isMissing(failure)),
      'yellow',
      paint,
    ),
    ...(truncated.length === 0 ? [] : [`  ${paint('red', 'truncated')}  ${cut}: there is more than this`]),
    ...adviceFor(report, call).map((line) => paint('dim', line)),
  ];
}

function headline({ outcomes, failures, missing }: Report<unknown>, { service, operation }: Call): string {
  const answered = outcomes.length - failures.length;
  const hidden = missing.length === 0 ? 'nothing is missing' : `${missing.length} missing`;
  return `${service.name} ${operation.commandName}: ${answered} of ${outcomes.length} regions answered, ${hidden}.`;
}

/** Failures, those that say the same together. */
function section(failures: readonly Failure[], look: 'red' | 'yellow', paint: Paint): readonly string[] {
  return groupsOf(failures).map(
    ({ status, regions, message }) => `  ${paint(look, status)}  ${regions.join(', ')}: ${visible(message)}`,
  );
}
