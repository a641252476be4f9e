import { runCall } from '../call/run-call.js';
import { argumentValues } from '../command-line/argument-options.js';
import { commonOf } from '../command-line/common.js';
import { helpOf, readLevel, type Said } from '../command-line/level.js';
import { UsageError } from '../errors/cli-error.js';
import { operationLevel, serviceLevel } from '../help/levels.js';
import { operationList } from '../help/operation-list.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Printer } from '../host/printer.js';
import { shown } from '../names/shown.js';
import { type Argument, offeredArguments } from '../parameters/argument.js';
import { checkValues } from '../parameters/check-values.js';
import { inputOf } from '../parameters/input-of.js';
import { readJson } from '../parameters/read-json.js';
import { chooseOperation } from '../services/choose-operation.js';
import { loadService } from '../services/load-service.js';
import type { Operation } from '../services/operation.js';
import type { Service } from '../services/service.js';

type Values = Said['values'];

/** `serviceset SERVICE OPERATION …`: reads the rest of the line, checks it, and carries it out. */
export async function serviceCommand(name: string, before: Said, host: Host): Promise<number> {
  const service = await loadService(name, host.cwd);
  const level = serviceLevel(service);
  const said = readLevel(level, before.words);
  const [word, ...rest] = said.words;
  const asked = said.values['help'] === true || word === 'help';
  if (asked) return print(`${helpOf(level, width(host))}${operationList(service, width(host))}`, host);
  if (word === undefined)
    throw new UsageError(`say which operation of ${service.name}: serviceset ${service.name} --help lists them`);
  const values = { ...before.values, ...said.values };
  return operationCommand(service, chooseOperation(service, word), { values, words: rest }, host);
}

async function operationCommand(service: Service, operation: Operation, before: Said, host: Host): Promise<number> {
  const args = offeredArguments(operation);
  const level = operationLevel(service, operation, args);
  const said = readLevel(level, before.words);
  const [word] = said.words;
  if (said.values['help'] === true || word === 'help') return print(helpOf(level, width(host)), host);
  if (word !== undefined)
    throw new UsageError(`${shown(word)} belongs to no parameter (${level.name} --help says which there are)`);
  const common = commonOf({ ...before.values, ...withoutArguments(said.values, args) });
  const named = argumentValues(service.client, args, said.values, host.cwd);
  const input = inputOf(operation, readJson(common.inputJson, host.cwd), named);
  if (!common.allowUnknownValues) checkValues(service, operation, input);
  return runCall({ service, operation, input, common }, host);
}

/** An operation's own parameter of the same name hides a common option, which is then to be given before the service. */
function withoutArguments(values: Values, args: readonly Argument[]): Values {
  const own = new Set(args.flatMap(({ name, negative }) => [name, negative]));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !own.has(name)));
}

function width({ stdout }: Host): number {
  return stdout.columns ?? 100;
}

async function print(text: string, host: Host): Promise<number> {
  await new Printer(host.stdout).print(text);
  return exitCodes.complete;
}
