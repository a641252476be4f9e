import { isLimitError, NoSuchDomain, SimpleDB } from '@proj/sdb';

const client = new SimpleDB({ region: 'eu-west-1' });
await client.createDomain({ DomainName: 'books' });
const Attributes = [{ Name: 'year', Value: '1959', Replace: true }];
await client.putAttributes({ DomainName: 'books', ItemName: '0802131786', Attributes });

const query = { SelectExpression: "select * from books where year = '1959'", ConsistentRead: true };
for await (const { Items = [] } of client.paginateSelect(query)) {
  for (const { Name, Attributes: found = [] } of Items) console.log(Name, found.map(({ Value }) => Value).join(', '));
}

try {
  await client.putAttributes({ DomainName: 'books', ItemName: 'é'.repeat(513), Attributes });
} catch (error) {
  if (isLimitError(error)) console.log(error.limit, error.actual, error.maximum);
}
try {
  await client.domainMetadata({ DomainName: 'films' });
} catch (error) {
  if (error instanceof NoSuchDomain) console.log(error.name, error.$metadata.httpStatusCode);
}
console.log((await client.usage()).responses);
