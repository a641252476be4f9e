/** A step of a pattern: one given character, any character (`?`), or any number of them (`*`). */
type Step = { readonly is: string } | '?' | '*';

/**
 * Compiles a filter value: `*` stands for any characters, `?` for one, a backslash takes the meaning off the next.
 * Matching goes back to the last star only, so that no pattern takes more than pattern × text steps.
 */
export function compileWildcard(pattern: string): (text: string) => boolean {
  const steps = parse(pattern);
  if (!steps.some((step) => typeof step === 'string')) {
    const literal = steps.map((step) => (typeof step === 'string' ? step : step.is)).join('');
    return (text) => text === literal;
  }
  return (text) => matches(steps, [...text]);
}

function parse(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  let escaped = false;
  for (const character of pattern) {
    if (!escaped && character === '\\') {
      escaped = true;
      continue;
    }
    steps.push(!escaped && (character === '*' || character === '?') ? character : { is: character });
    escaped = false;
  }
  if (escaped) steps.push({ is: '\\' });
  return steps;
}

function matches(steps: readonly Step[], text: readonly string[]): boolean {
  let [step, at, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    const wanted = steps[step];
    if (wanted === '*') {
      star = step;
      resume = at;
      step += 1;
    } else if (wanted === '?' || (typeof wanted === 'object' && wanted.is === text[at])) {
      step += 1;
      at += 1;
    } else if (star >= 0) {
      // The last star takes one more character, and the rest is tried again from there.
      step = star + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  return steps.slice(step).every((left) => left === '*');
}
