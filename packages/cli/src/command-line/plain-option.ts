import { Option } from 'commander';

/** An option that is known by its name as it is written: `--no-x` is no less one of its own than `--x`. */
export class PlainOption extends Option {
  readonly #name: string;

  constructor(name: string, value: string, description: string) {
    super(`--${name}${value === '' ? '' : ` ${value}`}`, description);
    this.#name = name;
    this.negate = false;
  }

  override attributeName(): string {
    return this.#name;
  }
}
