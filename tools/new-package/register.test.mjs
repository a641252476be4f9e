import { expect, test } from 'vitest';
import { wrongOwners } from '../checks/ownership/owners.mjs';
import { withOwner, withPeer, withReference } from './register.mjs';

test('CODEOWNERS stays sorted and in columns', () => {
  const text = '# Who\n*                @proj/all\n/packages/core/  @proj/core\n/packages/local/ @proj/local\n';
  const codeowners = withOwner(text, 'longer-name', '@proj/longer');
  expect(codeowners.split('\n')).toEqual([
    '# Who',
    '*                       @proj/all',
    '/packages/core/         @proj/core',
    '/packages/local/        @proj/local',
    '/packages/longer-name/  @proj/longer',
    '',
  ]);
  expect(wrongOwners(['core', 'local', 'longer-name'], codeowners)).toEqual([]);
});

test('references stay sorted', () => {
  const text = '{ "files": [], "references": [{ "path": "packages/core" }, { "path": "packages/local" }] }';
  expect(JSON.parse(withReference(text, 'ec2'))).toEqual({
    files: [],
    references: [{ path: 'packages/core' }, { path: 'packages/ec2' }, { path: 'packages/local' }],
  });
});

test('the line of a peer follows those of the others', () => {
  const page = '| `core` | a |\n| `@aws-sdk/client-ec2` (peer) | ec2 |\n\nmore';
  const peer = { name: '@aws-sdk/client-sns', service: 'SNS' };
  expect(withPeer(page, 'sns', peer).split('\n')).toEqual([
    '| `core` | a |',
    '| `@aws-sdk/client-ec2` (peer) | ec2 |',
    "| `@aws-sdk/client-sns` (peer) | sns | SNS itself | the user's own copy is used | the user has it |",
    '',
    'more',
  ]);
  expect(() => withPeer('', 'sns', peer)).toThrow('no line with (peer)');
});
