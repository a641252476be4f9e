import type { Target } from '../../targets/target.js';
import type { Learned } from './learned.js';

/** The services of a set, one for each target, made when they are first needed. */
export interface ServiceSource<S extends object> {
  /** What fans out, and the service's name in targets. */
  learned(): Learned;
  /** The one service of this target. */
  at(target: Target): S;
  /** Ends what the services hold. */
  close(): Promise<void>;
}

/** Where a set may well have a service: of its first one there, all others are learned of. */
export interface AnyPlace {
  readonly region: string;
  readonly partition?: string | undefined;
}

/** Several of them, for where the first cannot be had. */
export type AnyPlaces = readonly [AnyPlace, ...AnyPlace[]];
