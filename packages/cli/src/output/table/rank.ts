const state = /^(state|status)$|(State|Status)$/;
const kind = /(Type|Class|Engine|Runtime|Size|Count)$|^(type|size|runtime)$/;
const long = /(Arn|ARN|Url|Description|Policy|Document|Token|Data|OwnerId)$|^(arn|description)$/;

/** Columns that a narrow terminal has room for: the lower the rank, the sooner. */
export function rankOf(heading: string, noun: string, isTime: boolean): number {
  const lower = heading.toLowerCase();
  const own = noun.toLowerCase();
  if (lower === `${own}id` || lower === 'id') return 0;
  if (lower === `${own}name` || lower === 'name') return 1;
  if (lower === `${own}arn` || lower === own) return 2;
  if (state.test(heading)) return 3;
  if (lower === `${own}type`) return 3.5;
  if (kind.test(heading)) return 4;
  if (isTime) return 5;
  return long.test(heading) ? 8 : heading.endsWith('Id') ? 6 : 7;
}
