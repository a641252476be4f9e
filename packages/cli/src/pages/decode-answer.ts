import type { Operation } from '../services/operation.js';

type Members = Readonly<Record<string, unknown>>;
type Decode = (text: string) => unknown;

/** IAM sends policies as JSON, URL-encoded; only these members of its answers are of that kind. */
const policies: ReadonlySet<string> = new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'Document']);

const single: ReadonlyMap<string, readonly [member: string, Decode]> = new Map<string, readonly [string, Decode]>([
  ['ec2.GetConsoleOutput', ['Output', (text) => Buffer.from(text, 'base64').toString('utf8')]],
  ['cloudformation.GetTemplate', ['TemplateBody', jsonOf]],
]);

/** An answer with the texts decoded that the AWS CLI decodes: IAM's policies, a template that is JSON, the console's output. */
export function decodeAnswer({ client, name }: Pick<Operation, 'client' | 'name'>, answer: object): object {
  if (client === 'iam') return withPolicies(answer) as object;
  const [member, decode] = single.get(`${client}.${name}`) ?? [];
  const text = member === undefined ? undefined : (answer as Members)[member];
  return member === undefined || typeof text !== 'string' ? answer : { ...answer, [member]: decode?.(text) };
}

function withPolicies(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPolicies);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([name, member]) => {
    const isPolicy = policies.has(name) && typeof member === 'string';
    return [name, isPolicy ? jsonOf(unquoted(member)) : withPolicies(member)];
  });
  return Object.fromEntries(entries);
}

/** The value of a JSON text; the text itself when it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function unquoted(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
