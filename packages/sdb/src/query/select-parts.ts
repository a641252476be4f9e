/**
 * What a select expression gives of the items: everything, their names, how many there are, or these attributes.
 *
 * @example
 * ```ts
 * const { output } = readSelect('select Title, Year from mydomain'); // ['Title', 'Year']
 * ```
 */
export type OutputList = 'all' | 'itemName' | 'count' | readonly string[];

/**
 * What a select expression sorts by.
 *
 * @example
 * ```ts
 * const orderBy: OrderBy = { attribute: 'Year', descending: true };
 * ```
 */
export interface OrderBy {
  /** The attribute; `undefined` is `itemName()`, since an attribute may have any name. */
  readonly attribute: string | undefined;
  readonly descending: boolean;
}

/**
 * A piece of a text, in UTF-16 units: `text.slice(start, end)`.
 *
 * @example
 * ```ts
 * const { where } = readSelect(text);
 * const condition = where && text.slice(where.start, where.end);
 * ```
 */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * What `readSelect` read.
 *
 * @example
 * ```ts
 * const { domain, limit }: SelectParts = readSelect('select * from mydomain limit 5');
 * ```
 */
export interface SelectParts {
  readonly output: OutputList;
  /** The domain's name, without quotes. */
  readonly domain: string;
  /** Where the condition stands, without the word `where`. */
  readonly where?: TextSpan;
  readonly orderBy?: OrderBy;
  /** Items on a page, as it is written: SimpleDB takes 1 to 2,500. */
  readonly limit?: number;
}
