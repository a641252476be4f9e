import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { unlessAborted } from '../routing/unless-aborted.js';
import { ownershipSetting } from '../settings/ownership.js';
import { readSetting } from '../settings/setting.js';
import { readVersioning } from '../settings/versioning.js';

/** What depends on the bucket: whether it and its objects have ACLs, and whether it keeps, or has kept, versions. */
export type Question = 'acls' | 'versions';

type Ask = (home: BucketHome, options: RequestOptions) => Promise<boolean>;

const questions: Readonly<Record<Question, Ask>> = {
  acls: async (home, options) => (await readSetting(home, ownershipSetting, options)) !== 'BucketOwnerEnforced',
  versions: async (home, options) => (await readVersioning(home, options)) !== undefined,
};

/** The answers that are known of one bucket. One that is not is asked for once, however many wait for it. */
export class KnownAbilities {
  readonly #home: BucketHome;
  readonly #known = new Map<Question, boolean>();
  readonly #asking = new Map<Question, Promise<boolean>>();

  constructor(home: BucketHome) {
    this.#home = home;
  }

  known(question: Question): boolean | undefined {
    return this.#known.get(question);
  }

  /** Remembers an answer, or that it is not known any more. */
  learn(question: Question, answer: boolean | undefined): void {
    this.#asking.delete(question); // what was asked before may say what was true before
    if (answer === undefined) this.#known.delete(question);
    else this.#known.set(question, answer);
  }

  async find(question: Question, { timeout, signal }: RequestOptions = {}): Promise<boolean> {
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    // Whoever comes first asks for all: his signal must not end it for the others.
    const asked = this.#asking.get(question) ?? this.#ask(question, { timeout });
    return signal === undefined ? asked : unlessAborted(asked, signal);
  }

  #ask(question: Question, options: RequestOptions): Promise<boolean> {
    const isLatest = (): boolean => this.#asking.get(question) === asking;
    const asking: Promise<boolean> = questions[question](this.#home, options).then(
      (answer) => {
        if (isLatest()) this.learn(question, answer);
        return answer;
      },
      (error: unknown) => {
        if (isLatest()) this.#asking.delete(question);
        throw error;
      },
    );
    this.#asking.set(question, asking);
    return asking;
  }
}

/** By the home that a bucket's object and those of its objects share. */
const memory = new WeakMap<BucketHome, KnownAbilities>();

/** What is known of a bucket. */
export function knownAbilities(home: BucketHome): KnownAbilities {
  const known = memory.get(home) ?? new KnownAbilities(home);
  memory.set(home, known);
  return known;
}
