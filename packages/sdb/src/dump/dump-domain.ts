import type { Destination } from '../batches/write-batches.js';
import { attributesOf } from '../objects/attributes.js';
import { condition, type SelectExpression, select } from '../query/index.js';
import { selectPages } from '../selecting/select-pages.js';
import { writeSelect } from '../selecting/write-select.js';
import { writeLine } from './dump-line.js';
import type { DumpOptions } from './dump-options.js';

/**
 * A domain as lines, page by page: itself, then its items by their names. That order is what makes a dump resumable without
 * a token, which would not be good for long.
 */
export async function* dumpDomain(
  { place, domain }: Destination,
  { resume, consistent = true, ...options }: DumpOptions,
): AsyncGenerator<readonly string[], void, undefined> {
  const { region } = place.target;
  const last = resume?.last(region, domain);
  if (last === undefined) yield [writeLine({ region, domain })];
  const text = writeSelect(behind(domain, last ?? ''));
  for await (const page of selectPages(place, text, { ...options, consistent })) {
    yield page.map(({ Name: name = '', Attributes = [] }) =>
      writeLine({ region, domain, name, attributes: attributesOf(Attributes) }),
    );
  }
}

function behind(domain: string, name: string): SelectExpression {
  const where = name === '' ? condition`itemName() is not null` : condition`itemName() > ${name}`;
  return select`* from ${domain} where ${where} order by itemName()`;
}

/** The same line by line. */
export async function* dumpLines(home: Destination, options: DumpOptions): AsyncGenerator<string, void, undefined> {
  for await (const page of dumpDomain(home, options)) yield* page;
}
