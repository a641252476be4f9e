import { type Target, targetOf } from '../../targets/target.js';
import type { Found } from '../job.js';

/** The target of a made-up region. */
export function at(region: string): Target {
  return targetOf({ service: 'test', region });
}

/** What finding these regions gives. */
export function foundAt(regions: readonly string[]): Found {
  return { targets: regions.map(at), regions: { source: 'given', at: new Date(0) } };
}

/** As many regions as are wanted: `r0`, `r1`, … */
export function regionsUpTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `r${index}`);
}
