import type { Fault, Faults } from '../faults/fault.js';
import type { Region } from '../regions/region.js';
import { checkFaultValues } from './check-fault-values.js';
import { checkKind, checkShape, isObject } from './check-shape.js';
import { LocalCloudOptionsError } from './options-error.js';

type OptionsOf<K extends Fault['kind']> = readonly (keyof Extract<Fault, { kind: K }>)[];

const SCOPED = ['kind', 'action', 'times'] as const;

/** What may be said of a fault, by its kind. */
const OPTIONS: { readonly [K in Fault['kind']]: OptionsOf<K> } = {
  silent: SCOPED,
  reset: SCOPED,
  error: [...SCOPED, 'status', 'code', 'message'],
  html: [...SCOPED, 'status'],
  empty: SCOPED,
  errorEnvelope: SCOPED,
  truncated: [...SCOPED, 'length'],
  stall: SCOPED,
  drip: [...SCOPED, 'bytesPerSecond'],
  notEnabled: ['kind'],
  refused: ['kind'],
  unaccepted: ['kind'],
};

/** Checks faults against the regions. Throws {@link LocalCloudOptionsError} for the first that cannot be. */
export function checkFaults(faults: Faults, regions: ReadonlyMap<string, Region>): Faults {
  checkKind('faults', faults, isObject(faults), "faults by region name, such as { 'eu-west-1': { kind: 'silent' } }");
  for (const [name, given] of Object.entries(faults)) {
    const region = regions.get(name);
    if (name !== '*' && !region) {
      throw new LocalCloudOptionsError(
        `faults.${name}`,
        `the cloud has no such region; name one of ${[...regions.keys()].join(', ')}, or '*'.`,
      );
    }
    for (const fault of [given].flat() as readonly Fault[]) checkFault(fault, `faults.${name}`, region);
  }
  return faults;
}

function checkFault(fault: Fault, option: string, region: Region | undefined): void {
  const kinds = Object.keys(OPTIONS).join(', ');
  checkKind(option, fault, isObject(fault), `a fault, such as { kind: 'silent' }; the kinds are ${kinds}`);
  const { kind } = fault;
  if (!Object.hasOwn(OPTIONS, kind)) {
    throw new LocalCloudOptionsError(option, `'${String(kind)}' is no kind of fault; give one of ${kinds}.`);
  }
  checkShape<Fault>(option, fault, OPTIONS[kind] as readonly (keyof Fault)[]);
  if (kind === 'notEnabled' && region?.optIn === 'opt-in-not-required') {
    throw new LocalCloudOptionsError(
      option,
      'needs no opting in, so it cannot be off; give it the optIn status opted-in, or take another region.',
    );
  }
  checkFaultValues(fault, option);
}
