import { isPlain } from '../calls/copy-input.js';

const masked = '[masked]';

/** What names a secret in the formats of AWS's tools, headers and answers; what follows it is the secret. */
const names =
  '(?:secret_?access_?key|aws_?secret_?key|session_?token|security[_-]token|access_?token|refresh_?token|id_?token|client_?secret|web_?identity_?token|password|x-auth-token|x-storage-token|x-amz-credential|x-amz-signature|signature)';
const name = new RegExp(`^(?:aws_)?${names}$`, 'i');
const named = new RegExp(String.raw`(${names}["']?(?:\s*[:=]\s*|>)["']?)[^\s"'<>,;&)]+`, 'gi');
/** The same as an argument of a command: `--client-secret x`. */
const argument =
  /((?<![\w-])--?[\w-]{0,40}(?:password|passphrase|secret|token|api-?key|access-?key)[\w-]{0,40}(?:\s+|=)["']?)[^\s"'<>]+/gi;
/** The credential of a signed request names its key; the signature is what it is good for. */
const authorization = /\b(AWS4-[A-Z0-9-]+|Bearer|Basic)\s+(?:Credential=[^\n]*|[\w.~+/=-]{16,})/g;
/** A secret key by its looks: forty characters of base64, on their own, which no word and no digest is. */
const secretKey = /(?<![\w/+=.-])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)[A-Za-z0-9/+]{40}(?![\w/+=-])/g;
/** A session token or a web token: nothing else of one piece is this long, but what EC2 says of a refusal, which is to be decoded. */
const token =
  /(?<!failure message: )(?<![\w/+=-])(?=[\w/+=.-]*[a-z])(?=[\w/+=.-]*[A-Z])(?=[\w/+=.-]*\d)[\w/+=.-]{100,}/g;

/** The text with every secret in it masked, as far as a secret can be told by its name or by its looks. */
export function maskSecrets(text: string): string {
  return text
    .replace(named, `$1${masked}`)
    .replace(argument, `$1${masked}`)
    .replace(authorization, `$1 ${masked}`)
    .replace(secretKey, masked)
    .replace(token, masked);
}

/** The value with every secret in it masked: in texts, and in the members and items of what is plain data. */
export function maskedIn(value: unknown, depth = 4): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (depth === 0) return value;
  if (Array.isArray(value))
    return unlessSame(
      value,
      value.map((item) => maskedIn(item, depth - 1)),
    );
  if (!isPlain(value)) return value;
  const members = Object.entries(value).map(
    ([member, held]) => [member, maskedMember(member, held, depth - 1)] as const,
  );
  return members.every(([member, held]) => Object.is(held, value[member])) ? value : Object.fromEntries(members);
}

/** The value of a member, which its name may give away. */
export function maskedMember(member: string, value: unknown, depth?: number): unknown {
  return typeof value === 'string' && name.test(member) ? masked : maskedIn(value, depth);
}

function unlessSame(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((item, at) => Object.is(item, before[at])) ? before : after;
}
