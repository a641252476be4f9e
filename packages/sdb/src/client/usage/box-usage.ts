import type { DeserializeMiddleware, MetadataBearer, Pluggable } from '@smithy/types';
import type { SimpleDBMetadata } from '../protocol/response-facts.js';

/**
 * What a client's requests have cost so far.
 *
 * @example
 * ```ts
 * const { boxUsage, responses } = await client.usage();
 * ```
 */
export interface Usage {
  /** The sum of all BoxUsage, in hours of a machine. */
  readonly boxUsage: number;
  /** How many responses said what they cost, errors among them. */
  readonly responses: number;
}

/** Adds up what every response of a client cost: results and errors, each attempt. */
export class UsageCounter {
  #usage: Usage = { boxUsage: 0, responses: 0 };

  get usage(): Usage {
    return this.#usage;
  }

  /** To be used in a client's middleware stack: around the reading of answers, inside the retries. */
  readonly plugin: Pluggable<object, MetadataBearer> = {
    applyToStack: (stack) => {
      const count: DeserializeMiddleware<object, MetadataBearer> = (next) => async (args) => {
        try {
          const result = await next(args);
          this.#add(result.output);
          return result;
        } catch (error) {
          this.#add(error);
          throw error;
        }
      };
      stack.add(count, { name: 'simpleDBUsage', step: 'deserialize', priority: 'high', override: true });
    },
  };

  #add(answer: unknown): void {
    const boxUsage = (answer as Partial<MetadataBearer> | undefined)?.$metadata as SimpleDBMetadata | undefined;
    if (boxUsage?.boxUsage === undefined) return;
    this.#usage = { boxUsage: this.#usage.boxUsage + boxUsage.boxUsage, responses: this.#usage.responses + 1 };
  }
}
