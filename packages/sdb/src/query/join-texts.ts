/** Characters that make one piece of a select expression with their like. */
const KINDS: readonly RegExp[] = [/['"`]/, /[\w$]/, /[<>=!]/];

/** One text behind the other, with a space between them where their pieces would become one. */
export function joinTexts(before: string, behind: string): string {
  const last = before.at(-1) ?? '';
  const first = behind.at(0) ?? '';
  return before + (KINDS.some((kind) => kind.test(last) && kind.test(first)) ? ' ' : '') + behind;
}
