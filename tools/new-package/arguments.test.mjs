import { expect, test } from 'vitest';
import { readArguments } from './arguments.mjs';
import { Refusal } from './refusal.mjs';

const good = ['sns', '--owner', '@proj/sns-owners', '--client', '@aws-sdk/client-sns'];

test('a whole command line', () => {
  const more = [
    '--list',
    'listTopics',
    '--id',
    'TopicArn',
    '--page-size',
    '1000',
    '--description',
    'Topics, everywhere.',
  ];
  expect(readArguments([...good, ...more])).toEqual({
    name: 'sns',
    owner: '@proj/sns-owners',
    client: '@aws-sdk/client-sns',
    list: 'listTopics',
    id: 'TopicArn',
    resource: undefined,
    pageSize: 1000,
    description: 'Topics, everywhere.',
  });
  expect(readArguments(good).pageSize).toBe(100);
});

test.each([
  [[], 'Give one name'],
  [['a', 'b', ...good.slice(1)], 'Give one name'],
  [['Sns', ...good.slice(1)], "'Sns' is no name of a package"],
  [['../sns', ...good.slice(1)], "'../sns' is no name of a package"],
  [['3s', ...good.slice(1)], "'3s' is no name of a package"],
  [['sns-', ...good.slice(1)], "'sns-' is no name of a package"],
  [['sns'], 'give --owner @org/team'],
  [['sns', '--owner', 'me'], "'me' is no team"],
  [['sns', '--owner', '@me'], "'@me' is no team"],
  [['sns', '--owner', '@org/team @org/other'], 'is no team'],
  [['sns', '--owner', '@o/t', '--client', 'client-sns'], "'client-sns' is no service client"],
  [['sns', '--owner', '@o/t', '--client', '@aws-sdk/core'], "'@aws-sdk/core' is no service client"],
  [['sns', '--owner', '@o/t'], 'give --resource'],
  [['sns', '--owner', '@o/t', '--resource', 'Topic'], "'Topic' is no name of a resource"],
  [['sns', '--owner', '@o/t', '--resource', 'topic', '--list', 'listTopics'], 'about a service client'],
  [[...good, '--page-size', '0'], "'0' is no size of a page"],
  [[...good, '--description', 'a "b"'], 'is no description'],
  [[...good, '--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with a sentence', (argv, sentence) => {
  expect(() => readArguments(argv)).toThrow(Refusal);
  expect(() => readArguments(argv)).toThrow(sentence);
});
