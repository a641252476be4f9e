import type { Printer } from '../host/printer.js';
import { plainValue } from './plain-value.js';
import type { Sink } from './sink.js';
import { visibleJson } from './visible.js';
import { withRegion } from './with-region.js';

/** As many as the AWS CLI has. */
const indent = 4;

/** One answer of a region, put together from its pages. */
export interface Whole {
  add(page: object): void;
  readonly value: object;
}

/** An array with one element for each region that answered, printed when all have. */
export class JsonSink implements Sink {
  readonly #printer: Printer;
  readonly #start: () => Whole;
  readonly #answers = new Map<string, Whole>();

  constructor(printer: Printer, start: () => Whole) {
    this.#printer = printer;
    this.#start = start;
  }

  take(region: string, answer: object): void {
    const whole = this.#answers.get(region) ?? this.#start();
    this.#answers.set(region, whole);
    whole.add(answer);
  }

  async end(regions: readonly string[]): Promise<void> {
    const answered = regions.flatMap((region) => {
      const whole = this.#answers.get(region);
      return whole === undefined ? [] : [withRegion(region, plainValue(whole.value) as object)];
    });
    await this.#printer.print(`${visibleJson(JSON.stringify(answered, undefined, indent))}\n`);
  }
}
