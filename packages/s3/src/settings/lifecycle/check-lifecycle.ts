import { checkCount, checkUnique, checkWhole, refuseIf } from '../../calls/check-value.js';
import type { Lifecycle, LifecycleRule, LifecycleTime } from './lifecycle.js';

const day = 86_400_000;

/** What a rule can do; one that does nothing is refused. */
const actions = [
  'expiration',
  'transitions',
  'noncurrentExpiration',
  'noncurrentTransitions',
  'abortUploadsAfter',
] as const;

/** Refuses what S3 would refuse. @throws OptionError @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html */
export function checkLifecycle({ rules }: Lifecycle): void {
  checkCount('setLifecycle: rules', rules, 1, 1_000);
  checkUnique(
    'setLifecycle: the id',
    rules.map(({ id }) => id),
  );
  for (const [at, rule] of rules.entries()) checkRule(`setLifecycle: rule ${rule.id ?? at + 1}`, rule);
}

function checkRule(what: string, rule: LifecycleRule): void {
  refuseIf((rule.id ?? '').length > 255, `${what}: an id has up to 255 characters`);
  const acts = actions.some((action) => rule[action] !== undefined);
  refuseIf(!acts, `${what} does nothing; give it one of ${actions.join(', ')}`);
  checkFilter(what, rule);
  checkCurrent(what, rule);
  checkNoncurrent(what, rule);
  checkWhole(`${what}: abortUploadsAfter`, rule.abortUploadsAfter, 1);
}

function checkCurrent(what: string, { expiration, transitions = [] }: LifecycleRule): void {
  const end = expiration !== undefined && !('deleteMarkers' in expiration) ? expiration : undefined;
  if (end !== undefined) checkTime(`${what}: expiration`, end, 1);
  for (const transition of transitions) {
    const { storageClass } = transition;
    checkTime(`${what}: transition to ${storageClass}`, transition, leastDays(storageClass));
  }
  const times = [...transitions, ...(end === undefined ? [] : [end])];
  const dates = times.filter((time) => 'date' in time).length;
  refuseIf(dates > 0 && dates < times.length, `${what}: its times are all days or all dates`);
  const last = transitions.find((time) => end !== undefined && instantOf(time) >= instantOf(end));
  refuseIf(last !== undefined, `${what}: what has gone by then is not moved to ${last?.storageClass}`);
}

function checkNoncurrent(what: string, rule: LifecycleRule): void {
  const { noncurrentExpiration: end, noncurrentTransitions = [] } = rule;
  for (const { days, keep, storageClass } of noncurrentTransitions) {
    checkWhole(`${what}: noncurrent days`, days, leastDays(storageClass));
    checkWhole(`${what}: keep`, keep, 1, 100);
    const isLate = end !== undefined && days >= end.days;
    refuseIf(isLate, `${what}: what has gone by then is not moved to ${storageClass}`);
  }
  checkWhole(`${what}: noncurrent days`, end?.days, 1);
  checkWhole(`${what}: keep`, end?.keep, 1, 100);
}

/** What is read seldom is stored for a month at least before. */
function leastDays(storageClass: string): number {
  return storageClass.endsWith('_IA') ? 30 : 0;
}

/** Of two times that are both days or both dates, the later one has the larger value. */
function instantOf(time: LifecycleTime): number {
  return 'days' in time ? time.days : time.date.getTime();
}

function checkFilter(what: string, { filter = {}, abortUploadsAfter, expiration }: LifecycleRule): void {
  const { tags, largerThan, smallerThan } = filter;
  checkWhole(`${what}: largerThan`, largerThan, 0, Number.MAX_SAFE_INTEGER);
  checkWhole(`${what}: smallerThan`, smallerThan, 1, Number.MAX_SAFE_INTEGER);
  const isEmpty = largerThan !== undefined && smallerThan !== undefined && largerThan >= smallerThan;
  refuseIf(isEmpty, `${what}: nothing is larger than ${largerThan} and smaller than ${smallerThan} bytes`);
  const narrow = tags !== undefined || largerThan !== undefined || smallerThan !== undefined;
  refuseIf(
    narrow && abortUploadsAfter !== undefined,
    `${what}: uploads have neither tags nor a size; give abortUploadsAfter a rule with a prefix alone`,
  );
  const marks = expiration !== undefined && 'deleteMarkers' in expiration;
  refuseIf(narrow && marks, `${what}: delete markers have neither tags nor a size; give them a rule of their own`);
}

function checkTime(what: string, time: LifecycleTime, least: number): void {
  if ('days' in time) {
    checkWhole(`${what}: days`, time.days, least);
    return;
  }
  const isMidnight = time.date instanceof Date && time.date.getTime() % day === 0;
  refuseIf(!isMidnight, `${what}: a date is a Date at midnight UTC`);
}
