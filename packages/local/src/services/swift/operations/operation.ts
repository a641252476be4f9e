import type { Answer } from '../../../wire/answer.js';
import type { Right } from '../access/authorize.js';
import type { SwiftCall } from '../swift-call.js';

/** What a call may be for. */
export interface SwiftOperation {
  /** As the log and the faults name it. */
  readonly name: string;
  /** What a caller must be allowed to do; where it is left out, the operation asks itself. */
  readonly right?: Right | undefined;
  run(call: SwiftCall): Answer | Promise<Answer>;
}
