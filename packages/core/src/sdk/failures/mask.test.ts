import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedIn, maskSecrets } from './mask.js';

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY9';
const key = secret.slice(0, 40);
const token = `IQoJb3JpZ2luX2VjE${'x9Yz/+'.repeat(20)}==`;

test.each([
  ['a profile', `[base]\naws_secret_access_key = ${key}\naws_session_token=${token}`],
  ['the answer of a process', `Unexpected token in {"SecretAccessKey":"${key}","SessionToken":"short-token"}`],
  ['the answer of STS', `<SecretAccessKey>short</SecretAccessKey><SessionToken>short-token</SessionToken>`],
  ['the canonical string', `host:ec2\nx-amz-security-token:${token}\n\nhost;x-amz-date`],
  ['a header', `Authorization: AWS4-HMAC-SHA256 Credential=AKID/x, SignedHeaders=host, Signature=0a1b2c3d`],
  ['a presigned address', `https://x.test/?X-Amz-Security-Token=short-token&X-Amz-Signature=0a1b2c3d`],
  ['a key alone', `command failed: ${key}`],
  ['a key in quotes', `bad value '${key}'.`],
  ['a token alone', `rejected ${token}`],
  ['a bearer', `Bearer abcdefgh.ijklmnop.qrst`],
])('in %s nothing secret is left', (_, text) => {
  const shown = maskSecrets(text);
  expect(shown).toContain('[masked]');
  for (const part of [key, token, 'short', '0a1b2c3d', 'abcdefgh.ijkl']) expect(shown).not.toContain(part);
});

test.each([
  'You are not authorized to perform this operation. Encoded authorization failure message: none',
  `You are not authorized. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q${'aB3-_x9Z'.repeat(40)}`,
  'The security token included in the request is expired',
  'connect ECONNREFUSED 127.0.0.1:8000',
  'getaddrinfo ENOTFOUND ec2.me-south-1.amazonaws.com',
  "The instance ID 'i-0123456789abcdef0' does not exist",
  '/home/me/projects/ServiceSet/packages/core/src/sdk/credentials-broker.ts:42:7',
  'arn:aws:sts::111122223333:assumed-role/OrganizationAccountAccessRole/aws-sdk-js-1790000000000',
  'commit 3f786850e387550fdab836ed7e6dc881de23001b',
  'req-9 a1b2c3d4-e5f6-7890-abcd-ef0123456789',
  'no AWS credentials could be resolved: sign in (aws sso login), set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or pass { credentials }; the cause says what was tried',
])('%j is left as it is', (text) => {
  expect(maskSecrets(text)).toBe(text);
});

const base64 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'];
const aKey = fc
  .array(fc.constantFrom(...base64), { minLength: 40, maxLength: 40 })
  .map((letters) => letters.join(''))
  .filter((text) => /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text));

test('any secret key between any words', () => {
  fc.assert(
    fc.property(aKey, fc.constantFrom(' ', '"', "'", '\n', '(', ': ', '<', ','), (found, mark) => {
      expect(maskSecrets(`it said${mark}${found}${mark === '(' ? ')' : mark}and ended`)).not.toContain(found);
    }),
  );
});

test('what a command was given by an option that names a secret', () => {
  const command = 'Command failed: helper --client-secret s3cr3t --token=tok123 --password "hunter2" -v --profile mine';
  expect(maskSecrets(command)).toBe(
    'Command failed: helper --client-secret [masked] --token=[masked] --password "[masked]" -v --profile mine',
  );
  expect(maskSecrets('(secret_access_key=abc)')).toBe('(secret_access_key=[masked])');
});

test('a long text takes no long time', () => {
  for (const text of [
    'a1B'.repeat(70_000),
    'token='.repeat(40_000),
    `${'a/'.repeat(50_000)}!`,
    ' '.repeat(200_000),
    '-'.repeat(200_000),
    '--a-secret'.repeat(20_000),
  ]) {
    const began = performance.now();
    maskSecrets(text);
    expect(performance.now() - began).toBeLessThan(500);
  }
});

test('in data, a name gives a secret away, and what holds none is the same object', () => {
  const held = { SecretAccessKey: 'short', list: [{ password: 'x' }, 7, null], deep: { text: `key ${key}` } };
  expect(maskedIn(held)).toEqual({
    SecretAccessKey: '[masked]',
    list: [{ password: '[masked]' }, 7, null],
    deep: { text: 'key [masked]' },
  });
  const clean = { Code: 'AccessDenied', list: [1, { a: 'b' }], at: new Date() };
  expect(maskedIn(clean)).toBe(clean);
  const circle: Record<string, unknown> = { secretKey: 1 };
  circle['circle'] = circle;
  expect(maskedIn(circle)).toBe(circle);
});
