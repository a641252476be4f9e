import { attr, select, simpledb } from '@proj/sdb';

const everywhere = simpledb();
const books = everywhere.domain('books'); // of this name, in every region
await books.create();
await books.put('1579124585', { Year: '1979', Keyword: ['Book', 'Hardcover'] });

const ireland = books.at('eu-west-1');
await ireland.put('1579124585', { Year: '1980' }, { replace: true, onlyIf: { name: 'Year', value: '1979' } });
await ireland.batchPut([{ name: '0385333498', attributes: { Year: '1959' } }], { replace: true });
console.log((await ireland.get('1579124585'))?.['Year'], await ireland.get('nobody'));

const query = select`* from ${ireland} where ${attr('Year')} > ${'1950'} order by ${attr('Year')} desc limit ${3}`;
for await (const { value: item } of everywhere.selectEverywhere(query, { consistent: true })) {
  console.log(item.region, item.name, item.one('Year'), item.values('Keyword').length);
}
const { count, exact, missing } = await everywhere.selectEverywhere('select count(*) from books').count();
console.log(count, exact, missing.length);
await books.deleteDomain();
