import type { Host } from '../host/host.js';
import type { Printer } from '../host/printer.js';
import { paintFor } from '../host/style.js';
import { JsonSink } from '../output/json-sink.js';
import { NdjsonSink } from '../output/ndjson-sink.js';
import type { Sink } from '../output/sink.js';
import { keptOf } from '../pages/kept-members.js';
import { MergedAnswer } from '../pages/merged-answer.js';
import { rowsOf, tableRowsOf } from '../pages/rows.js';
import { WholeAnswer } from '../pages/whole-answer.js';
import { type Call, isPaged } from './call.js';

/** What prints the call's answers. */
export async function sinkFor(call: Call, printer: Printer, host: Host): Promise<Sink> {
  const { operation, common } = call;
  const paged = isPaged(call);
  if (common.output === 'ndjson') return new NdjsonSink(printer, rowsOf(operation, paged));
  if (common.output === 'table') {
    const of = { rows: tableRowsOf(operation, paged), noun: nounOf(operation.name) };
    const { TableSink } = await import('../output/table-sink.js');
    return new TableSink(printer, paintFor(printer, host), of);
  }
  const kept = keptOf(operation);
  return new JsonSink(printer, () => (paged ? new MergedAnswer(kept) : new WholeAnswer()));
}

/** What an operation is about, in the singular. `DescribeVolumes`: `Volume`. */
function nounOf(operation: string): string {
  return operation
    .replace(/^[A-Z][a-z]+/, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}
