import { isFanOutError } from '@proj/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from '../objects/attributes.js';
import { answering, ok, type Received, refusal } from '../testing/clients.js';
import { all, localDomain, localSimpledb } from '../testing/cloud.js';
import { isDumpFormatError } from './dump-format-error.js';
import { readLine, writeLine } from './dump-line.js';
import { dumpPosition } from './dump-position.js';
import { isLoadError } from './load-error.js';
import { splitLines } from './split-lines.js';

const regions = ['eu-west-1', 'us-west-2'] as const;
const items = (count: number, prefix = 'i') =>
  Array.from({ length: count }, (_, at) => ({ name: `${prefix}${at}`, attributes: { n: [`${at}`] } }));

/** Two regions with two domains each, one of them empty, and values that are hard to write. */
async function estate() {
  const { everywhere } = await localSimpledb({}, { regions });
  await everywhere.domain('books').create();
  await everywhere.domain('empty').create();
  for (const [at, region] of regions.entries())
    await everywhere
      .domain('books')
      .at(region)
      .batchPut(items(30 + at));
  const odd: Values = { 'a\n"b': ['\u0000\r\n', '😀', '\u2028', ''], __proto__x: 'p' };
  await everywhere.domain('books').at('us-west-2').put('odd\t\u2029', odd);
  return everywhere;
}

describe('a dump', () => {
  it('of all regions, loaded elsewhere, is the same again', async () => {
    const lines = await all((await estate()).dump());
    const { everywhere: copy } = await localSimpledb({}, { regions });
    const report = await copy.load(lines);
    expect(report).toEqual({ lines: 66, items: 62, refused: 0, refusals: [] });
    expect((await all(copy.dump())).toSorted()).toEqual(lines.toSorted());
    expect(await copy.domain('empty').count()).toEqual([0, 0]);
  });

  it('is sorted by the names of the items in each domain, and loading it twice changes nothing', async () => {
    const everywhere = await estate();
    const domain = everywhere.domain('books').at('eu-west-1');
    const lines = await all(domain.dump());
    const names = lines.slice(1).map((line) => readLine(line, 1).name ?? '');
    expect(names).toEqual(names.toSorted());
    const other = everywhere.domain('other').at('us-west-2');
    expect(await other.load(lines)).toMatchObject({ items: 30 });
    await other.put('i7', { n: 'changed', more: 'stays' }, { replace: true });
    await other.load(lines);
    expect(await other.get('i7')).toEqual({ n: ['7'], more: ['stays'] });
    expect(await other.count()).toBe(30);
  });

  it('that was cut off goes on where it was, wherever that was', async () => {
    const everywhere = await estate();
    const whole = Buffer.from((await all(everywhere.dump())).join(''));
    for (const cut of [0, 1, 60, 700, 1_500, whole.length - 3, whole.length]) {
      const part = whole.subarray(0, cut);
      const resume = await dumpPosition([part]);
      const rest = await all(everywhere.dump({ resume }));
      const joined = part.subarray(0, resume.bytes).toString() + rest.join('');
      expect(joined.split('\n').toSorted(), `cut at ${cut}`).toEqual(whole.toString().split('\n').toSorted());
    }
  });

  it('asks for pages as large as they are, consistently, behind the last item', async () => {
    const { endpoint, received } = await answering(ok('', 'Select'));
    const { everywhere } = await localSimpledb({}, { endpoint, regions: ['eu-west-1'] });
    const domain = everywhere.domain('books').at('eu-west-1');
    await all(domain.dump());
    const resume = await dumpPosition([
      writeLine({ region: 'eu-west-1', domain: 'books', name: "o'x", attributes: {} }),
    ]);
    expect(await all(domain.dump({ resume, consistent: false }))).toEqual([]);
    expect(received.map(({ form }) => [form.get('SelectExpression'), form.get('ConsistentRead')])).toEqual([
      ['select * from `books` where (itemName() is not null) order by itemName() limit 2500', 'true'],
      ["select * from `books` where (itemName() > 'o''x') order by itemName() limit 2500", null],
    ]);
  });

  it('finishes the other regions before it says that one failed', async () => {
    const broken = await answering(refusal('InternalError', 500));
    const well = await answering(({ form }) =>
      form.get('Action') === 'ListDomains' ? ok('<DomainName>books</DomainName>', 'ListDomains') : ok('', 'Select'),
    );
    const endpoint = ({ region }: { readonly region: string }) => (region === 'eu-west-1' ? broken : well).endpoint;
    const { everywhere } = await localSimpledb({}, { endpoint, regions });
    const lines: string[] = [];
    const read = async () => {
      for await (const line of everywhere.dump()) lines.push(line);
    };
    await expect(read()).rejects.toSatisfy(isFanOutError);
    expect(lines).toEqual([writeLine({ region: 'us-west-2', domain: 'books' })]);
  });

  it('reads no more of a domain than its reader has room for', async () => {
    const item = '<Item><Name>i</Name><Attribute><Name>a</Name><Value>1</Value></Attribute></Item>';
    const { endpoint, received } = await answering((request: Received) =>
      ok(`${item}<NextToken>${request.form.get('NextToken') ?? ''}x</NextToken>`, 'Select'),
    );
    const { everywhere } = await localSimpledb({}, { endpoint, regions: ['eu-west-1'] });
    let read = 0;
    for await (const _ of everywhere.domain('books').at('eu-west-1').dump()) if (++read === 4) break;
    expect(received).toHaveLength(3);
  });
});

describe('loading', () => {
  it('goes on where it was stopped', async () => {
    const lines = [
      writeLine({ region: 'eu-west-1', domain: 'books' }),
      ...items(2_500).map((item) => writeLine({ region: 'eu-west-1', domain: 'books', ...item })),
    ];
    let answered = 0;
    const { endpoint, received } = await answering(({ form }) => {
      if (form.get('Action') !== 'BatchPutAttributes') return ok('', 'CreateDomain');
      answered += 1;
      return answered === 60 ? refusal('InternalError', 500) : ok('', 'BatchPutAttributes');
    });
    const { everywhere } = await localSimpledb({}, { endpoint, regions: ['eu-west-1'] });
    const progress: number[] = [];
    const onProgress = (report: { readonly lines: number }) => void progress.push(report.lines);
    const failed = await everywhere.load(lines, { onProgress }).catch((error: unknown) => error);
    if (!isLoadError(failed)) throw failed;
    expect([failed.report.lines, failed.report.refused, progress]).toEqual([1_000, 0, [1_000]]);
    expect(failed.message).toContain('skipLines: 1000');
    received.length = 0;
    const rest = await everywhere.load(lines, { skipLines: failed.report.lines });
    expect([rest.lines, rest.items]).toEqual([2_501, 1_501]);
    expect(received.filter(({ form }) => form.get('Action') === 'CreateDomain')).toHaveLength(1);
  });

  it('writes what it can, and says which items were refused', async () => {
    const domain = await localDomain();
    const long = { region: 'eu-west-1', domain: 'books', name: 'long', attributes: { a: ['x'.repeat(1_025)] } };
    const lines = [writeLine(long), ...items(30).map((item) => writeLine({ ...long, ...item }))];
    const failed = await domain.load(lines).catch((error: unknown) => error);
    if (!isLoadError(failed)) throw failed;
    expect(failed.report).toMatchObject({
      lines: 31,
      items: 30,
      refused: 1,
      refusals: [{ name: 'long', region: 'eu-west-1' }],
    });
    expect(await domain.count()).toBe(30);
  });

  it('loads what comes before a line that is none', async () => {
    const domain = await localDomain();
    const line = writeLine({ region: 'eu-west-1', domain: 'books', name: 'i', attributes: { a: ['1'] } });
    const cut = `${line}${line.slice(0, 30)}`;
    const failed = await domain.load([cut]).catch((error: unknown) => error);
    if (!isDumpFormatError(failed)) throw failed;
    expect([failed.line, await domain.count()]).toEqual([2, 1]);
  });

  it.each([
    ['no JSON', 'region'],
    ['no object', '[]'],
    ['no region', '{"domain":"books"}'],
    ['an item without attributes', '{"region":"eu-west-1","domain":"books","name":"i"}'],
    ['values that are no lists', '{"region":"eu-west-1","domain":"books","name":"i","attributes":{"a":"1"}}'],
    ['another domain', '{"region":"eu-west-1","domain":"films"}'],
    ['another region', '{"region":"us-west-2","domain":"books"}'],
  ])('refuses %s, and shows nothing of it', async (_, line) => {
    const domain = await localDomain();
    const first = writeLine({ region: 'eu-west-1', domain: 'books' });
    const failed = await domain.load([first, line]).catch((error: unknown) => error);
    if (!isDumpFormatError(failed)) throw failed;
    expect([failed.line, failed.message.includes(line)]).toEqual([2, false]);
  });

  it('refuses a region that the set does not have, and makes no domain that it is not to make', async () => {
    const { everywhere } = await localSimpledb({}, { regions });
    const lines = [writeLine({ region: 'eu-west-1', domain: 'books' })];
    await expect(everywhere.in('us-west-2').load(lines)).rejects.toThrow('"eu-west-1", which this set does not have');
    await everywhere.load(lines, { createDomains: false });
    expect((await everywhere.domains()).flat()).toEqual([]);
  });

  it('takes one source for one domain, not one for many', async () => {
    const { everywhere } = await localSimpledb({}, { regions });
    expect(() => everywhere.domain('books').load([''].values())).toThrow('every region needs');
  });
});

describe('lines', () => {
  it('are the same however the text is cut', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')));
    const property = fc.asyncProperty(texts, fc.array(fc.nat()), async (lines, cuts) => {
      const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const ends = [...cuts.map((cut) => cut % (whole.length + 1)), whole.length].toSorted((a, b) => a - b);
      const chunks = ends.map((end, at) => whole.subarray(ends[at - 1] ?? 0, end));
      const read = await all(splitLines(chunks));
      expect(read.map(({ text }) => text)).toEqual(lines);
      expect(read.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(whole.length);
    });
    await fc.assert(property);
  });
});
