import type { Target } from '../targets/target.js';
import type { MethodKind } from './method-kinds.js';

/** The services of a set, one for each target, made when they are first needed. */
export interface ServiceSource<S extends object> {
  /** The service's name in targets. */
  service(): string;
  /** The one service of this target. */
  at(target: Target): S;
  /** What fans out, by name. */
  methods(): ReadonlyMap<string, MethodKind>;
  /** Whether the services are SDK clients, so that `send` takes commands. */
  readonly isClient: boolean;
  /** Ends what the services hold. */
  close(): Promise<void>;
}
