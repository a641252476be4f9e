/** The day on which the tables of regions and of opt-in regions were last held against their sources. */
export const regionsRead = '2026-11-22';

/**
 * The opt-in regions and the month in which each opened; undefined where the SDK knows a region that the public history
 * does not show as open yet (Saudi Arabia and Chile, both announced for 2026).
 *
 * Regions introduced after 2019-03-20 are off until an account turns them on, and there are none outside the partition
 * `aws`: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 * Months: https://docs.aws.amazon.com/global-infrastructure/latest/regions/doc-history.html, and for the regions before
 * 2022-11 the announcements of their launch. Looked up on {@link regionsRead}. Only being in this table has an effect, not the month.
 */
export const optInRegions: ReadonlyMap<string, string | undefined> = /* @__PURE__ */ new Map([
  ['ap-east-1', '2019-04'],
  ['me-south-1', '2019-07'],
  ['af-south-1', '2020-04'],
  ['eu-south-1', '2020-04'],
  ['ap-southeast-3', '2021-12'],
  ['me-central-1', '2022-08'],
  ['ap-south-2', '2022-11'],
  ['eu-central-2', '2022-11'],
  ['eu-south-2', '2022-11'],
  ['ap-southeast-4', '2023-01'],
  ['il-central-1', '2023-08'],
  ['ca-west-1', '2023-12'],
  ['ap-southeast-5', '2024-08'],
  ['ap-southeast-7', '2025-01'],
  ['mx-central-1', '2025-01'],
  ['ap-east-2', '2025-06'],
  ['ap-southeast-6', '2025-09'],
  ['me-west-1', undefined],
  ['sa-west-1', undefined],
]);

/**
 * Whether a region is off until the account turns it on. A call to one that is off is refused as if its keys were bad.
 *
 * @example
 * ```ts
 * isOptIn('me-south-1'); // true
 * isOptIn('us-east-1'); // false
 * ```
 */
export function isOptIn(region: string): boolean {
  return optInRegions.has(region);
}
