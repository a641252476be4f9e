import type { Kept } from './kept-members.js';

type Members = Record<string, unknown>;

/** The pages of one region as one answer: lists go on from each other, all else is the first page's. */
export class MergedAnswer {
  readonly #kept: Kept;
  readonly #whole: Members = {};

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** Takes in the next page. */
  add(page: object): void {
    for (const member of this.#kept.members) this.#addMember(page, member);
    for (const member of this.#kept.nulls) this.#addNull(member);
  }

  get value(): object {
    return this.#whole;
  }

  #addNull(member: string): void {
    const path = member.split('.');
    const last = path.pop() ?? member;
    holderOf(this.#whole, path)[last] ??= null;
  }

  #addMember(page: object, member: string): void {
    const path = member.split('.');
    const value = lookUp(page, path);
    if (value === undefined || value === null) return;
    const last = path.pop() ?? member;
    const holder = holderOf(this.#whole, path);
    holder[last] = joined(holder[last], value, this.#kept.added.has(member));
  }
}

function lookUp(from: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Members | undefined)?.[name], from);
}

function holderOf(whole: Members, path: readonly string[]): Members {
  return path.reduce((holder, name) => {
    holder[name] ??= {};
    return holder[name] as Members;
  }, whole);
}

function joined(before: unknown, value: unknown, isAdded: boolean): unknown {
  if (before === undefined || before === null) return Array.isArray(value) ? [...value] : value;
  if (Array.isArray(before) && Array.isArray(value)) return append(before, value);
  if (isAdded && typeof before === 'number') return before + Number(value);
  return isAdded && typeof before === 'string' ? before + String(value) : before;
}

function append(list: unknown[], items: readonly unknown[]): unknown[] {
  for (const item of items) list.push(item);
  return list;
}
