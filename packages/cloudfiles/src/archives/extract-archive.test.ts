import { expect, test } from 'vitest';
import { oneContainer } from '../testing/swift.js';

const report = { 'Number Files Created': 2, 'Response Status': '201 Created', Errors: [] };

test('an archive goes as it is, and the service finds the type of each file', async () => {
  const { swift, container } = await oneContainer();
  swift.before = () => ({ status: 200, body: `\n ${JSON.stringify(report)}` });
  const archive = async function* () {
    yield Buffer.from('an archive');
  };
  expect(await container.extractArchive(archive, { format: 'tar.gz', prefix: 'a é' })).toEqual({
    created: 2,
    errors: new Map(),
  });
  expect(swift.lines).toEqual(['PUT /DFW/v1/AUTH_test/reports/a é?extract-archive=tar.gz']);
  expect([swift.asked[0]?.body.toString(), swift.asked[0]?.headers['x-detect-content-type']]).toEqual([
    'an archive',
    'true',
  ]);
});

test('what could not be written is told by its name, and what is no archive is an error', async () => {
  const { swift, container } = await oneContainer();
  const Errors = [['reports/%C3%A9', '413 Request Entity Too Large']];
  swift.before = () => ({
    status: 200,
    body: JSON.stringify({ ...report, 'Response Status': '400 Bad Request', Errors }),
  });
  const { errors } = await container.extractArchive('', { format: 'tar' });
  expect([...errors]).toEqual([['reports/é', '413 Request Entity Too Large']]);
  swift.before = () => ({ status: 200, body: JSON.stringify({ 'Response Status': '400 Bad Request', Errors: [] }) });
  await expect(container.extractArchive('', { format: 'tar' })).rejects.toMatchObject({ status: 400 });
  await expect(container.extractArchive('', { format: 'zip' as 'tar' })).rejects.toMatchObject({ name: 'OptionError' });
});
