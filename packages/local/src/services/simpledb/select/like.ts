/** What a `like` pattern begins with before its first `%`, and whether anything follows. */
export interface LikePrefix {
  readonly prefix: string;
  readonly exact: boolean;
}

/** The pieces between the `%` of a pattern; `\%` and `\\` stand for themselves. */
function pieces(pattern: string): readonly string[] {
  const all = [''];
  for (const [part] of pattern.matchAll(/\\[%\\]|%|[^%\\]+|\\/g)) {
    if (part === '%') all.push('');
    else all.push(`${all.pop()}${/^\\[%\\]$/.test(part) ? part.slice(1) : part}`);
  }
  return all;
}

/** Compiles a pattern. Each piece is looked for once, so no pattern is slow. */
export function likeTest(pattern: string): (value: string) => boolean {
  const all = pieces(pattern);
  const [first = '', last = ''] = [all[0], all.at(-1)];
  if (all.length === 1) return (value) => value === first;
  const middle = all.slice(1, -1);
  return (value) => {
    if (value.length < first.length + last.length || !value.startsWith(first) || !value.endsWith(last)) return false;
    const end = value.length - last.length;
    let at = first.length;
    for (const piece of middle) {
      const found = value.indexOf(piece, at);
      if (found < 0 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return true;
  };
}

/** What every text begins with that fits the pattern. */
export function likePrefix(pattern: string): LikePrefix {
  const all = pieces(pattern);
  return { prefix: all[0] ?? '', exact: all.length === 1 };
}
