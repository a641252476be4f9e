import type { Random } from '../estate/random.js';

const ROLES = ['web', 'api', 'worker', 'db', 'cache', 'search', 'batch', 'mail'] as const;
const STAGES = ['prod', 'staging', 'dev'] as const;

/** The tags of something that somebody once made: a name, a stage, an owner. */
export function plausibleTags(random: Random, region: string, number: number): ReadonlyMap<string, string> {
  const stage = random.pick(STAGES);
  return new Map([
    ['Name', `${random.pick(ROLES)}-${stage}-${region}-${number}`],
    ['Environment', stage],
    ['CostCenter', String(random.between(1000, 1009))],
  ]);
}

/** A day of the two years before 2026-11-01. */
export function plausibleDate(random: Random): Date {
  return new Date(Date.UTC(2026, 10, 1) - random.between(1, 730 * 86_400) * 1000);
}
