import { kebabCase } from '../aws-cli/kebab-case.js';
import { negatives, renamedArguments } from '../aws-cli/table.js';
import type { Operation } from '../services/operation.js';
import { type Member, membersOf, type Shape } from '../services/shape.js';
import { type Form, formOf } from './form-of.js';

/** A parameter of an operation on the command line: one member of its input. */
export interface Argument {
  /** Without its dashes: `volume-ids`. */
  readonly name: string;
  /** What says no: `no-dry-run`. Of booleans only. */
  readonly negative: string | undefined;
  readonly member: string;
  readonly shape: Shape;
  readonly form: Form;
  readonly required: boolean;
}

/** The parameters of an operation, by the AWS CLI's names; those that have to be given come first. */
export function argumentsOf(operation: Operation): readonly Argument[] {
  return membersOf(operation.input).map((member) => argumentOf(operation, member));
}

/** What the AWS CLI takes for its own paging, where an operation's member has the same name (IAM's `MaxItems`). */
const paging: ReadonlySet<string> = new Set(['max-items', 'page-size', 'starting-token']);

/** Those that may be given by name. */
export function offeredArguments(operation: Operation): readonly Argument[] {
  const all = argumentsOf(operation);
  return operation.paginator === undefined ? all : all.filter(({ name }) => !paging.has(name));
}

function argumentOf({ client, name: operation }: Operation, { name: member, shape, required }: Member): Argument {
  const key = `${client}.${operation}`;
  const name = renamedArguments[key]?.[member] ?? kebabCase(member);
  const form = isSwitch(client, shape) ? 'boolean' : formOf(shape);
  const negative = form === 'boolean' ? (negatives[key]?.[member] ?? `no-${name}`) : undefined;
  return { name, negative, member, shape, form, required };
}

/** EC2 wraps some booleans, which the AWS CLI offers as the plain switches that they are: `--ebs-optimized`. */
export function isSwitch(client: string, shape: Shape): boolean {
  const [only, ...more] = client === 'ec2' ? membersOf(shape) : [];
  return only?.name === 'Value' && more.length === 0 && only.shape.isBooleanSchema();
}
