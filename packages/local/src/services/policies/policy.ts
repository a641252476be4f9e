/** One statement of a policy; what it does not have, it does not say. */
export interface Statement {
  readonly Sid?: string | undefined;
  readonly Effect?: string | undefined;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/** The policy of a queue or a bucket. */
export interface Policy {
  readonly Version?: string | undefined;
  readonly Id?: string | undefined;
  readonly Statement: readonly Statement[];
}

/** The policy of this text; one without statements where there is none. */
export function readPolicy(text: string | undefined): Policy {
  const policy: unknown = text ? JSON.parse(text) : {};
  const { Statement: given = [], ...rest } = isObject(policy) ? policy : {};
  return { ...rest, Statement: listOf(given).filter(isObject) };
}

/** One or several, as policies have nearly everything. */
export function listOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [given];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
