/** What a call without attributes costs, in hours of a machine of 2007, as AWS's samples show it. */
const BASE: ReadonlyMap<string, number> = new Map([
  ['CreateDomain', 0.0055590278],
  ['DeleteDomain', 0.0055590278],
  ['ListDomains', 0.0000071759],
  ['DomainMetadata', 0.0000071759],
  ['GetAttributes', 0.0000093222],
  ['Select', 0.00001372],
]);
const WRITE = 0.0000219907;
/** What each attribute more costs: AWS's own samples grow with its cube. */
const CUBE = 0.0000000002;

/** The BoxUsage of a call: a model that has the shape of AWS's figures, not a price. */
export function boxUsage(action: string | undefined, attributes: number): string {
  const base = BASE.get(action ?? '') ?? WRITE;
  return (base + CUBE * Math.min(attributes, 256) ** 3).toFixed(10);
}
