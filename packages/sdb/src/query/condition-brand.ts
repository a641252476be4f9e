/** A symbol cannot come out of JSON, so nobody's input is taken for a condition. */
export const conditionBrand: symbol = Symbol.for('@proj/sdb/condition');

/** Whether the value is one of `condition`, of whichever installed copy. */
export function isCondition(value: unknown): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[conditionBrand] === true;
}
