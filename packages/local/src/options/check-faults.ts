import type { Fault, Faults } from '../faults/fault.js';
import type { Region } from '../regions/region.js';
import { LocalCloudOptionsError } from './options-error.js';

const KINDS: readonly Fault['kind'][] = [
  ...(['silent', 'reset', 'error', 'html', 'empty', 'errorEnvelope', 'truncated', 'stall', 'drip'] as const),
  ...(['notEnabled', 'refused', 'unaccepted'] as const),
];

/** Checks faults against the regions. Throws {@link LocalCloudOptionsError} for the first that cannot be. */
export function checkFaults(faults: Faults, regions: ReadonlyMap<string, Region>): Faults {
  for (const [name, given] of Object.entries(faults)) {
    const region = regions.get(name);
    if (name !== '*' && !region) {
      throw new LocalCloudOptionsError(
        `faults.${name}`,
        `the cloud has no such region; name one of ${[...regions.keys()].join(', ')}, or '*'.`,
      );
    }
    for (const fault of [given].flat() as readonly Fault[]) checkFault(fault, name, region);
  }
  return faults;
}

function checkFault(fault: Fault, name: string, region: Region | undefined): void {
  const fail = (problem: string): never => {
    throw new LocalCloudOptionsError(`faults.${name}`, problem);
  };
  if (!KINDS.includes(fault?.kind))
    fail(`'${String(fault?.kind)}' is no kind of fault; give one of ${KINDS.join(', ')}.`);
  if (fault.kind === 'notEnabled' && region?.optIn === 'opt-in-not-required') {
    fail('needs no opting in, so it cannot be off; give it the optIn status opted-in, or take another region.');
  }
  if ('times' in fault && fault.times !== undefined && !(Number.isInteger(fault.times) && fault.times > 0)) {
    fail(`times is ${fault.times}; give a whole number from 1, or leave it out for always.`);
  }
  if (
    'status' in fault &&
    fault.status !== undefined &&
    !(Number.isInteger(fault.status) && fault.status >= 200 && fault.status <= 599)
  ) {
    fail(`status is ${fault.status}; give one from 200 to 599.`);
  }
  if (fault.kind === 'drip' && fault.bytesPerSecond !== undefined && !(fault.bytesPerSecond > 0)) {
    fail(`bytesPerSecond is ${fault.bytesPerSecond}; give more than 0.`);
  }
}
