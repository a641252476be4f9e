import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Expected, wrongBody, wrongErrorBody } from './body-findings.js';

const query: Expected = { format: 'query', operation: 'DescribeVolumes', members: ['Volumes'], namesRequest: true };
const rest: Expected = { format: 'restXml', operation: 'ListBuckets', members: ['Buckets'], namesRequest: true };
const json: Expected = { format: 'json', operation: 'ListQueues', members: ['QueueUrls'], namesRequest: false };

const found = (expected: Expected, body: string): string | undefined => wrongBody(Buffer.from(body), expected);

const own = '<DescribeVolumesResponse><a/></DescribeVolumesResponse>';
test.each([
  ['plain', own],
  ['with a declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${own}`],
  ['with a byte order mark', `\uFEFF<?xml version="1.0"?>${own}`],
  ['with a comment before it', `<!-- made by x -->${own}`],
  ['with a comment that holds tags', `<!-- a > b, <html> -->${own}`],
  ['with a long prolog', `<!--${' x'.repeat(5_000)}-->${own}`],
  ['with white space around it', `\n\n ${own}\r\n${' '.repeat(500)}`],
  ['with a comment behind it', `${own}<!-- served by <b> -->\n`],
  ['of a namespace', own.replace('>', ' xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">')],
  ['with a prefix', '<e:DescribeVolumesResponse xmlns:e="u"><a/></e:DescribeVolumesResponse>'],
  ['closed with white space', '<DescribeVolumesResponse></DescribeVolumesResponse  >'],
  ['self-closed', '<DescribeVolumesResponse/>'],
  ['self-closed with a comment behind it', '<DescribeVolumesResponse/>\n<!-- x -->'],
  ['self-closed with attributes', '<?xml version="1.0"?><DescribeVolumesResponse xmlns="u" />\n'],
])('an own root %s is accepted', (_, body) => {
  expect(found(query, body)).toBeUndefined();
});

test.each([
  ['a page', '<!DOCTYPE html><html><body>hi</body></html>', 'html'],
  ['a page in lower case', '<!doctype html>\n<title>x', 'html'],
  [
    'a page with the XHTML document type',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "u"><html></html>',
    'html',
  ],
  ['a page in upper case', '<HTML></HTML>', 'html'],
  ['a page after a comment', '<!-- proxy --><!doctype html><html></html>', 'html'],
  ['an error envelope', '<Response><Errors/></Response>', '<Response>'],
  ['the root of another operation', '<DescribeImagesResponse/>', '<DescribeImagesResponse>'],
  ['a root that only begins like it', '<DescribeVolumesResponseX/>', '<DescribeVolumesResponseX>'],
  ['nothing', '', 'empty'],
  ['white space', ' \r\n\t', 'empty'],
  ['text', 'Bad gateway', 'no XML'],
  ['JSON', '{"a":1}', 'no XML'],
  ['bytes that are no text', '\u0000\u0001\u0002', 'no XML'],
  ['an end that is missing', own.slice(0, -3), 'cut short'],
  ['an end in the middle of a tag', '<DescribeVolumesResponse><a>1</a', 'cut short'],
  ['an end after a closed child', '<DescribeVolumesResponse><a>1</a>', 'cut short'],
  ['an end after a self-closed child', '<DescribeVolumesResponse><a/>', 'cut short'],
  ['an end within the root', '<DescribeVolumesResponse xmlns="', 'cut short'],
  ['another end', '<DescribeVolumesResponse></DescribeVolumesResponseX>', 'cut short'],
  ['text behind the end', `${own} trailing`, 'cut short'],
  ['text behind a self-closed root', '<DescribeVolumesResponse/>x', 'cut short'],
])('for a query operation, %s is not its own', (_, body, finding) => {
  expect(found(query, body)).toBe(finding);
});

test('no cut of a body passes for the whole', () => {
  const whole =
    '<?xml version="1.0"?>\n<DescribeVolumesResponse xmlns="u"><s><item><id>é</id></item></s></DescribeVolumesResponse>';
  const bytes = Buffer.from(whole);
  expect(wrongBody(bytes, query)).toBeUndefined();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (at) => {
      expect(wrongBody(bytes.subarray(0, at), query)).toBeDefined();
    }),
    { numRuns: 200 },
  );
});

test('nothing is accepted where nothing is to be answered, a page never', () => {
  expect(found({ ...query, members: [] }, '')).toBe('empty');
  expect(found({ ...query, members: [] }, '<html></html>')).toBe('html');
  expect(found({ ...rest, members: [] }, '')).toBeUndefined();
  expect(found({ ...rest, members: [] }, '<html></html>')).toBe('html');
  expect(found({ ...json, members: [] }, '')).toBeUndefined();
  expect(found({ ...json, members: [] }, '<html></html>')).toBe('html');
});

test.each([
  ['an unusual root', '<Anything><Buckets/></Anything>', undefined],
  ['an unusual root, self-closed', '<Anything/>', undefined],
  ['a page', '<!doctype html><html></html>', 'html'],
  ['an error', '<Error><Code>X</Code></Error>', '<Error> with the error X'],
  ['an error envelope', '<ErrorResponse></ErrorResponse>', '<ErrorResponse>'],
  ['a list of errors', '<Errors><Error><Code>Busy</Code></Error></Errors>', '<Errors> with the error Busy'],
  ["EC2's errors", '<Response>\n<Errors><Error/></Errors></Response>', '<Response>'],
  ["somebody's response", '<Response><Buckets/></Response>', undefined],
  ['a cut', '<ListAllMyBucketsResult><Buckets>', 'cut short'],
  ['nothing', '', 'empty'],
])('for restXml, %s', (_, body, finding) => {
  expect(found(rest, body)).toBe(finding);
});

test.each([
  ['a known member', '{"QueueUrls":[]}', undefined],
  ['a known member behind a byte order mark', '\uFEFF{"QueueUrls":[]}', undefined],
  ['unrelated JSON', '{"message":"proxy"}', 'JSON without any of its members'],
  ['an empty object', '{}', 'JSON without any of its members'],
  ['nothing', '', 'empty'],
  ['a page', '<!doctype html><html></html>', 'html'],
  ['text', 'ok', 'no JSON'],
  ['XML', '<?xml version="1.0"?><Response/>', '<Response>'],
  ['a cut', '{"QueueUrls":["http', 'cut short'],
  ['a list', '["QueueUrls"]', 'a list'],
  ['an error', '{"__type":"com.amazonaws.sqs#Busy","message":"m"}', 'the error com.amazonaws.sqs#Busy'],
])('for JSON whose headers name no request, %s', (_, body, finding) => {
  expect(found(json, body)).toBe(finding);
});

test('for JSON whose headers name the request, an answer without members is an answer', () => {
  const named = { ...json, namesRequest: true };
  expect(found(named, '{}')).toBeUndefined();
  expect(found(named, '')).toBeUndefined();
  expect(found(named, '<html></html>')).toBe('html');
  expect(found(named, '{"__type":"com.amazonaws.sqs#Busy","message":"m"}')).toBe('the error com.amazonaws.sqs#Busy');
  expect(found(named, '{"__type":"queue","QueueUrls":[]}')).toBeUndefined();
  expect(found(named, '[]')).toBe('a list');
  expect(found(named, '{"QueueUrls":[')).toBe('cut short');
});

test('an error has to be in the format of the service, or nothing at all', () => {
  const foundIn = (body: string, format: Expected['format']) => wrongErrorBody(Buffer.from(body), format);
  for (const format of ['query', 'restXml', 'json'] as const) {
    expect(foundIn('', format)).toBeUndefined();
    expect(foundIn('<html></html>', format)).toBe('html');
  }
  expect(foundIn('<Response><Errors/></Response>', 'query')).toBeUndefined();
  expect(foundIn('upstream connect error', 'query')).toBe('no XML');
  expect(foundIn('{"__type":"x"}', 'json')).toBeUndefined();
  expect(foundIn('upstream connect error', 'json')).toBe('no JSON');
  expect(foundIn('<Response><Errors/></Response>', 'json')).toBe('<Response>');
});

test('a hostile prolog costs no time', () => {
  const began = performance.now();
  for (const part of ['<!---->', '<!-- ', '<?a?>', '<?', '<!a>', '\n', '<!-', '--><!--']) {
    const body = part.repeat(200_000 / part.length);
    expect(found(query, `${body}&`)).toBeDefined();
    wrongErrorBody(Buffer.from(body), 'query');
  }
  expect(performance.now() - began).toBeLessThan(2_000);
});
