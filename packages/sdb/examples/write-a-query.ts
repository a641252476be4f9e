import { attr, condition, exactDouble, readSelect, SimpleDB, select } from '@proj/sdb';

const client = new SimpleDB({ region: 'eu-west-1' });
await client.createDomain({ DomainName: 'books' });
const Attributes = [
  { Name: 'Title', Value: "The Reader's Choice" },
  { Name: 'Price', Value: exactDouble.encode(9.99) },
];
await client.putAttributes({ DomainName: 'books', ItemName: '0802131786', Attributes });

const cheap = condition`${attr('Price')} < ${exactDouble.encode(10)} or ${attr('Price')} is null`;
const query = select`* from ${'books'} where ${cheap} and ${attr('Title')} in ${["The Reader's Choice", 'Tropic']}`;
console.log(query.text);

const { Items = [] } = await client.select({ SelectExpression: query.text, ConsistentRead: true });
for (const { Name, Attributes: found = [] } of Items) {
  const price = found.find((pair) => pair.Name === 'Price')?.Value;
  console.log(Name, price === undefined ? 'no price' : exactDouble.decode(price));
}
console.log(readSelect('select count(*) from books').output);
