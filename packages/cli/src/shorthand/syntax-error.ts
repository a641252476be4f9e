import { CliError } from '../errors/cli-error.js';

/** A text that is not shorthand: what was expected where. Whoever knows the argument makes a usage error of it. */
export class ShorthandError extends CliError {
  override readonly name = 'ShorthandError';

  constructor(text: string, at: number, expected: string) {
    const found = at < text.length ? `'${text[at]}'` : 'the end';
    super(`expected ${expected} and found ${found} after '${text.slice(Math.max(0, at - 24), at)}'`);
  }
}
