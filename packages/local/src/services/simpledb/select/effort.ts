import { ApiError } from '../../../wire/api-error.js';
import type { Place } from './place.js';

/** How many items are examined between two looks at the clock. */
const BETWEEN = 256;

/**
 * What a select may spend: SimpleDB answers after five seconds with what it has by then, and a token to go on with.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_Select.html
 */
export class Effort {
  /** How many items were held against the expression. */
  examined = 0;
  /** Behind which place to go on, where the time was over before the end. */
  stoppedAt: Place | undefined;
  readonly #until: number;
  readonly #clock: () => number;

  constructor(milliseconds = 5_000, clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#until = clock() + milliseconds;
  }

  /** Counts one item; whether the time is over with it. */
  spend(): boolean {
    this.examined += 1;
    return this.examined % BETWEEN === 0 && this.#clock() >= this.#until;
  }

  /** The error where nothing that was found by then could be gone on with. */
  static over(): ApiError {
    return new ApiError('RequestTimeout', 'A timeout occurred when attempting to query the domain.', 408);
  }
}
