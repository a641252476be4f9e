import type { Fault, Faults, RegionFault, RequestFault } from './fault.js';

interface Entry {
  readonly fault: RequestFault;
  left: number;
}

/** The faults in force, and how often each has yet to strike. */
export class FaultBook {
  readonly #requests = new Map<string, readonly Entry[]>();
  readonly #regions = new Map<string, ReadonlySet<RegionFault['kind']>>();

  constructor(faults: Faults) {
    for (const [region, given] of Object.entries(faults)) {
      const all: readonly Fault[] = isList(given) ? given : [given];
      this.#requests.set(
        region,
        all.filter(isRequestFault).map((fault) => ({ fault, left: fault.times ?? Infinity })),
      );
      this.#regions.set(region, new Set(all.filter(isRegionFault).map((fault) => fault.kind)));
    }
  }

  /** Whether the region as a whole is in this state. */
  holds(region: string, kind: RegionFault['kind']): boolean {
    return this.#keys(region).some((key) => this.#regions.get(key)?.has(kind));
  }

  /** The fault that befalls this request; counted as having struck. */
  strike(region: string, action: string | undefined): RequestFault | undefined {
    const entry = this.#keys(region)
      .flatMap((key) => this.#requests.get(key) ?? [])
      .find(({ fault, left }) => left > 0 && (fault.action === undefined || fault.action === action));
    if (!entry) return undefined;
    entry.left -= 1;
    return entry.fault;
  }

  #keys(region: string): readonly string[] {
    return [region, '*'];
  }
}

function isList(given: Fault | readonly Fault[]): given is readonly Fault[] {
  return Array.isArray(given);
}

function isRegionFault(fault: Fault): fault is RegionFault {
  return fault.kind === 'notEnabled' || fault.kind === 'refused' || fault.kind === 'unaccepted';
}

function isRequestFault(fault: Fault): fault is RequestFault {
  return !isRegionFault(fault);
}
