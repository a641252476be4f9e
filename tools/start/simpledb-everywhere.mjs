import { attr, select, simpledb } from '@proj/sdb';
import { requireLoopback } from './loopback.mjs';
import { bold, dim, good } from './style.mjs';

const made = `const everywhere = simpledb({ regions: 'all', partition: 'aws', endpoint, credentials, config });`;

/**
 * Makes a domain in every region that has SimpleDB, writes to all of them and to one, queries them as one, and deletes them.
 * Endpoint and credentials are given, so that nothing in the environment or a profile can lead a request elsewhere.
 * @param {Readonly<Record<string, string>>} addresses by region
 * @param {import('@proj/local').Account} account
 */
export async function simpledbEverywhere(addresses, { credentials }) {
  const endpoint = (/** @type {{ readonly region: string }} */ { region }) => addresses[region] ?? '';
  const config = { useFipsEndpoint: false, useDualstackEndpoint: false };
  const everywhere = simpledb({ regions: 'all', partition: 'aws', credentials, endpoint, config });
  const regions = await everywhere.ready();
  for (const target of regions) requireLoopback(endpoint(target));
  console.log(bold(`\nA domain in each of the ${regions.length} regions that have SimpleDB\n`));
  console.log(dim(`  ${made}\n`));
  const books = everywhere.domain('books');
  await step(`everywhere.domain('books').create()`, () => books.create());
  await show('everywhere.domains()', async () => (await everywhere.domains()).flat().map((domain) => `${domain}`));
  await step(`books.put('1579124585', { Title: 'The Right Stuff', Year: '1979' })`, () =>
    books.put('1579124585', { Title: 'The Right Stuff', Year: '1979' }),
  );
  await step(`books.at('sa-east-1').put('0385333498', { Title: 'The Sirens of Titan', Year: '1959' })`, () =>
    books.at('sa-east-1').put('0385333498', { Title: 'The Sirens of Titan', Year: '1959' }),
  );
  const query = select`* from ${'books'} where ${attr('Year')} < ${'1980'} order by ${attr('Year')} limit ${3}`;
  await show(`everywhere.selectEverywhere(${query})`, async () => {
    const items = await everywhere.selectEverywhere(query).toArray();
    return items.map((item) => `${item.region}: ${item.one('Year')}, ${item.one('Title')}`);
  });
  const { count } = await everywhere.selectEverywhere('select count(*) from books').count();
  console.log(dim(`      count(*) over all regions: ${count}`));
  await step('books.deleteDomain()', () => books.deleteDomain());
  await show('everywhere.domains()', async () => (await everywhere.domains()).flat().map((domain) => `${domain}`));
  await everywhere[Symbol.asyncDispose]();
}

/** @param {string} what @param {() => PromiseLike<unknown>} work */
async function step(what, work) {
  await work();
  console.log(`  ${good('✔')} ${what}`);
}

/** @param {string} what @param {() => Promise<readonly string[]>} work */
async function show(what, work) {
  const lines = await work();
  console.log(`  ${good('✔')} ${what}`);
  for (const line of lines.length === 0 ? ['none'] : lines) console.log(dim(`      ${line}`));
}
