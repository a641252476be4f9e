import { explain, type RegionSource, type ServiceSet } from '@proj/core';
import { clientOf, serviceNameOf } from '../aws-cli/service-names.js';
import { openSet } from '../call/open-set.js';
import { type Common, commonOf } from '../command-line/common.js';
import { helpOf, readLevel, type Said } from '../command-line/level.js';
import { UsageError } from '../errors/cli-error.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Printer } from '../host/printer.js';
import { shown } from '../names/shown.js';
import { visible } from '../output/visible.js';
import { RegionProbe } from './region-probe.js';
import { regionRows, sourceOf } from './region-rows.js';
import { regionsLevel } from './regions-level.js';
import { regionsText } from './regions-text.js';

/** `serviceset regions`: every region, and whether a call goes there. */
export async function regionsCommand(before: Said, host: Host): Promise<number> {
  const printer = new Printer(host.stdout);
  const said = readLevel(regionsLevel(), before.words);
  const [word] = said.words;
  if (said.values['help'] === true || word === 'help') {
    await printer.print(helpOf(regionsLevel(), host.stdout.columns ?? 100));
    return exitCodes.complete;
  }
  if (word !== undefined) throw new UsageError(`${shown(word)} belongs to no option (serviceset regions --help)`);
  const common = commonOf({ ...before.values, ...said.values });
  const name = serviceNameOf(clientOf((said.values['service'] as string | undefined) ?? 'ec2'));
  const { set, close } = await openSet({ Client: RegionProbe, client: name }, common, name);
  try {
    const chosen = (common.regions === undefined ? set : set.in(...common.regions)) as ServiceSet<RegionProbe>;
    const region = said.values['explain'] as string | undefined;
    return await (region === undefined ? list(chosen, common, host) : explainOne(chosen, region, printer));
  } finally {
    await close();
  }
}

async function explainOne(set: ServiceSet<RegionProbe>, region: string, printer: Printer): Promise<number> {
  const { sentence, source } = await explain(set, region);
  await printer.print(`${visible(sentence)}\n`);
  return source === 'assumed' ? exitCodes.incomplete : exitCodes.complete;
}

async function list(set: ServiceSet<RegionProbe>, common: Common, host: Host): Promise<number> {
  const printer = new Printer(host.stdout);
  const rows = await regionRows(set);
  const source = await sourceOf(set);
  await printer.print(regionsText(rows, common.output, printer, host));
  await new Printer(host.stderr).print(sourceText(source, rows.filter((row) => row.In === 'yes').length));
  return source.source === 'assumed' ? exitCodes.incomplete : exitCodes.complete;
}

function sourceText({ source, at, reason }: RegionSource, count: number): string {
  if (source === 'assumed')
    return `Which regions are enabled could not be found out${reason === undefined ? '' : ` (${visible(reason)})`}.\n`;
  return `${count} regions, ${source === 'given' ? 'as given' : `as the account said at ${at.toISOString()} (${source})`}.\n`;
}
