import { XmlWriter } from '../../../wire/xml-writer.js';
import type { QueryOperation } from '../../query/operation.js';
import { flag, required } from '../../query/read-parameters.js';
import { checkSelect } from '../select/check-select.js';
import { Effort } from '../select/effort.js';
import type { Output } from '../select/expression.js';
import { parseSelect } from '../select/parse-select.js';
import type { Place } from '../select/place.js';
import { runSelect } from '../select/run-select.js';
import type { Placed } from '../select/walk.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import type { Item } from '../store/item.js';
import { limits } from '../store/limits.js';
import { writePair, writeText } from '../wire/encoded-text.js';
import { demandDomain } from './domain-name.js';

const DEFAULT_LIMIT = 100;

/** What a select expression selects, page by page. */
export const select: QueryOperation<SimpleDbCall> = {
  name: 'Select',
  parameters: ['SelectExpression', 'NextToken', 'ConsistentRead'],
  run: (call) => {
    const { parameters, tokens, now } = call;
    const query = parseSelect(required(parameters, 'SelectExpression'));
    checkSelect(query);
    const domain = demandDomain(call, query.domain);
    // Neither output nor limit: AWS lets the token of a count go on with the items themselves.
    const scope = ['Select', call.account.id, call.region, query.domain, query.where ?? null, query.orderBy ?? null];
    const token = parameters.value('NextToken');
    const after = token === undefined ? undefined : (tokens.read(scope, token) as Place);
    const counts = query.output.kind === 'count';
    const most = query.limit ?? (counts ? Number.POSITIVE_INFINITY : DEFAULT_LIMIT);
    const effort = new Effort();
    const consistent = flag(parameters, 'ConsistentRead') ?? false;
    const selected = runSelect(query, domain, { consistent, now, after, most, effort });
    const page = counts ? countPage(selected, most) : itemPage(selected, query.output, most);
    const goOn = page.last ?? effort.stoppedAt;
    return (xml) => {
      xml.part(page.written);
      if (goOn) xml.leaf('NextToken', tokens.write(scope, goOn));
    };
  },
};

/** The items that are answered, and the place of the last where there are more. */
interface Page {
  readonly written: Buffer;
  readonly last: Place | undefined;
}

/** Ends at the limit, or before the item that would make the answer larger than 1 MB. */
function itemPage(selected: Iterable<Placed>, output: Output, most: number): Page {
  const parts: Buffer[] = [];
  let bytes = 0;
  let last: Place | undefined;
  for (const { item, place } of selected) {
    const part = parts.length < most ? itemElement(item, output) : undefined;
    if (!part || (parts.length > 0 && bytes + part.length > limits.answerBytes)) {
      return { written: Buffer.concat(parts), last };
    }
    parts.push(part);
    bytes += part.length;
    last = place;
  }
  return { written: Buffer.concat(parts), last: undefined };
}

function itemElement({ name, attributes }: Item, output: Output): Buffer {
  const names = output.kind === 'attributes' ? new Set(output.names) : attributes.keys();
  const xml = new XmlWriter('');
  xml.branch('Item', () => {
    writeText(xml, 'Name', name);
    if (output.kind === 'itemName') return;
    for (const attribute of names) {
      for (const value of attributes.get(attribute) ?? []) writePair(xml, attribute, value);
    }
  });
  return xml.toBuffer();
}

function countPage(selected: Iterable<Placed>, most: number): Page {
  let counted = 0;
  let last: Place | undefined;
  let isMore = false;
  for (const { place } of selected) {
    isMore = counted >= most;
    if (isMore) break;
    counted += 1;
    last = place;
  }
  const xml = new XmlWriter('');
  xml.branch('Item', () => {
    xml.leaf('Name', 'Domain');
    writePair(xml, 'Count', String(counted));
  });
  return { written: xml.toBuffer(), last: isMore ? last : undefined };
}
