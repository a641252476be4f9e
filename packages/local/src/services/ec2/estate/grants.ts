/** The kinds of those that something can be shared with, by the names that EC2's answers give them, in their order. */
export const granteeKinds = ['group', 'userId', 'organizationArn', 'organizationalUnitArn'] as const;

/** A kind of grantee. */
export type GranteeKind = (typeof granteeKinds)[number];

/** One that something is shared with: the group `all`, an account, an organization or a unit of one. */
export interface Grantee {
  readonly kind: GranteeKind;
  readonly value: string;
}

/** Whom an owner lets use something, besides itself. */
export class Grants {
  readonly #grantees = new Map<string, Grantee>();

  constructor(...grantees: readonly Grantee[]) {
    for (const grantee of grantees) this.add(grantee);
  }

  /** Whether every account may use it. */
  get public(): boolean {
    return this.has({ kind: 'group', value: 'all' });
  }

  has({ kind, value }: Grantee): boolean {
    return this.#grantees.has(`${kind} ${value}`);
  }

  /** Whether the account was named. Organizations have no accounts here. */
  hasAccount(id: string): boolean {
    return this.has({ kind: 'userId', value: id });
  }

  add(grantee: Grantee): void {
    this.#grantees.set(`${grantee.kind} ${grantee.value}`, grantee);
  }

  remove({ kind, value }: Grantee): void {
    this.#grantees.delete(`${kind} ${value}`);
  }

  /** Makes it private again. */
  clear(): void {
    this.#grantees.clear();
  }

  /** All of them, kind by kind. */
  list(): readonly Grantee[] {
    return granteeKinds.flatMap((kind) => [...this.#grantees.values()].filter((grantee) => grantee.kind === kind));
  }
}
