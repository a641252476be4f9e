/**
 * @typedef {object} Entry what happened to a message; `regionFailed` has the region as its id
 * @property {'begun' | 'done' | 'failed' | 'deleted' | 'lost' | 'regionFailed'} type
 * @property {string} id
 * @property {string | undefined} [group] of a FIFO queue's message
 * @property {number} [number] its place in its group
 */

/** What is known of a message. @typedef {{ done: number, deleted: boolean, lost: number }} Fate */

/** Judges what consumers tell, in the order in which it happened. */
export class Ledger {
  /** @type {Map<string, Fate>} */
  #fates = new Map();
  /** The number that each group's next message has to have. @type {Map<string, number>} */
  #next = new Map();
  failed = 0;
  regionFailures = 0;
  /** Handled although they had been deleted. */
  afterDeletion = 0;
  /** Begun out of their group's order. */
  disorder = 0;
  /** Handled again. */
  twice = 0;
  /** Of those, the ones that had not been lost: they were still kept invisible, or nobody said that they were not. */
  unexplained = 0;

  /** Messages that were handled to their end. */
  get handled() {
    return [...this.#fates.values()].filter(({ done }) => done > 0).length;
  }

  /** Messages that came again since they could not be kept invisible, deleted or given back in time. */
  get lost() {
    return [...this.#fates.values()].reduce((sum, { lost }) => sum + lost, 0);
  }

  /** @param {readonly Entry[]} entries */
  read(entries) {
    for (const entry of entries) this.#read(entry);
  }

  /** @param {Entry} entry */
  #read({ type, id, group, number = 0 }) {
    if (type === 'regionFailed') {
      this.regionFailures += 1;
      return;
    }
    const fate = this.#fates.get(id) ?? { done: 0, deleted: false, lost: 0 };
    this.#fates.set(id, fate);
    if (type === 'begun') this.#begun(fate, group, number);
    else if (type === 'done') this.#done(fate, group, number);
    else if (type === 'failed') this.failed += 1;
    else if (type === 'deleted') fate.deleted = true;
    else fate.lost += 1;
  }

  /** @param {Fate} fate @param {string | undefined} group @param {number} number */
  #begun(fate, group, number) {
    if (fate.deleted) this.afterDeletion += 1;
    if (fate.done > 0) {
      this.twice += 1;
      if (fate.lost < fate.done) this.unexplained += 1;
    }
    // One that was done before and comes again since its deletion failed is behind, never ahead.
    if (group !== undefined && number > (this.#next.get(group) ?? 0)) this.disorder += 1;
  }

  /** @param {Fate} fate @param {string | undefined} group @param {number} number */
  #done(fate, group, number) {
    fate.done += 1;
    if (group !== undefined) this.#next.set(group, Math.max(this.#next.get(group) ?? 0, number + 1));
  }
}
