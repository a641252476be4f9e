import { NormalizedSchema } from '@smithy/core/schema';
import { Refusal } from '../refusal.mjs';

/** @typedef {{ sizeIn: string, tokenIn: string, tokenOut: string }} Pages the members that pages are asked for by */

const size = 7;
const mark = 'mark:';

/** An answer whose every text says which member it is. @param {import('./operation.mjs').Operation} operation */
function markedAnswer({ output }) {
  const members = [...NormalizedSchema.of(/** @type {never} */ (output)).structIterator()];
  return Object.fromEntries(members.filter(([, one]) => one.isStringSchema()).map(([name]) => [name, mark + name]));
}

/**
 * Which members an operation pages by. Nobody says so but its paginator: it is run over a client that sends nothing and gives an
 * answer whose texts say what they are.
 * @param {import('./service-client.mjs').ServiceClient} service
 * @param {import('./operation.mjs').Operation} operation
 * @returns {Promise<Pages>}
 */
export async function learnPages({ client, module }, operation) {
  /** @type {Record<string, unknown>[]} */
  const inputs = [];
  const answers = [markedAnswer(operation), {}];
  const send = async (/** @type {{ input: Record<string, unknown> }} */ { input }) => {
    inputs.push({ ...input });
    return answers[inputs.length - 1];
  };
  Object.defineProperty(client, 'send', { value: send, configurable: true });
  const paginate = /** @type {(config: object, input: object) => AsyncIterable<unknown>} */ (
    module[`paginate${operation.name}`]
  );
  for await (const _ of paginate({ client, pageSize: size }, {})) if (inputs.length === answers.length) break;
  const [first = {}, second = {}] = inputs;
  const [sizeIn] = Object.entries(first).find(([, value]) => value === size) ?? [];
  const [tokenIn, tokenOut] = Object.entries(second).find(([, value]) => String(value).startsWith(mark)) ?? [];
  if (sizeIn === undefined) {
    throw new Refusal(
      `${operation.name} lets nobody choose how large its pages are, which the template does: take another by --list.`,
    );
  }
  if (tokenIn === undefined) {
    throw new Refusal(
      `${operation.name} hides its token below other members, which the template cannot: take another by --list.`,
    );
  }
  return { sizeIn, tokenIn, tokenOut: String(tokenOut).slice(mark.length) };
}
