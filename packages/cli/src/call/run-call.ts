import { type Report, rememberBreakers, type ServiceSet } from '@proj/core';
import { breakersFile } from '../host/breakers-file.js';
import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Printer } from '../host/printer.js';
import { paintFor } from '../host/style.js';
import { decodeAnswer } from '../pages/decode-answer.js';
import { Progress } from '../report/progress.js';
import { reportText } from '../report/report-text.js';
import { answersOf } from './answers.js';
import type { Call } from './call.js';
import { checkCall } from './check-call.js';
import { oneRegionFor } from './one-answer.js';
import { openSet } from './open-set.js';
import { sinkFor } from './sink-for.js';
import { ItemLimit } from './take-items.js';

/** Carries a call out and prints it. @returns the exit code */
export async function runCall(call: Call, host: Host): Promise<number> {
  checkCall(call);
  await using _memory = call.common.local ? undefined : await rememberBreakers(breakersFile(host));
  const opened = await openSet(call.service, call.common);
  try {
    return await new Running(call, host, opened.set).run();
  } finally {
    await opened.close();
  }
}

/** A call that is being carried out. */
class Running {
  readonly #call: Call;
  readonly #host: Host;
  readonly #set: ServiceSet<object>;
  readonly #out: Printer;
  readonly #err: Printer;
  readonly #enough = new AbortController();
  readonly #limit: ItemLimit;

  constructor(call: Call, host: Host, set: ServiceSet<object>) {
    this.#call = call;
    this.#host = host;
    this.#set = set;
    this.#out = new Printer(host.stdout);
    this.#err = new Printer(host.stderr);
    this.#limit = new ItemLimit(call);
  }

  async run(): Promise<number> {
    const only = this.#onlyRegion();
    const set = this.#chosen(only);
    const targets = await set.ready();
    const report = await this.#print(
      set,
      targets.map(({ region }) => region),
    );
    if (this.#out.gone.aborted) return exitCodes.unread;
    const paint = paintFor(this.#err, this.#host);
    await this.#err.print(reportText(report, this.#call, { paint, only, stopped: this.#limit.full }));
    return this.#codeOf(report);
  }

  /** The one region to ask where every one would answer the same, unless the user has named some. */
  #onlyRegion(): string | undefined {
    const { service, operation, common } = this.#call;
    return common.regions === undefined ? oneRegionFor(service, operation.name, this.#host) : undefined;
  }

  #chosen(only: string | undefined): ServiceSet<object> {
    const { regions, timeout, deadline, concurrency, breaker } = this.#call.common;
    const signal = AbortSignal.any([this.#host.signal, this.#out.gone, this.#enough.signal]);
    const names = only === undefined ? regions : [only];
    const narrowed = names === undefined ? this.#set : this.#set.in(...names);
    return narrowed.with({ signal, timeout, deadline, concurrency, breaker });
  }

  /** Hands what arrives to what prints it, until all have answered or nobody wants more. */
  async #print(set: ServiceSet<object>, regions: readonly string[]): Promise<Report<unknown>> {
    const sink = await sinkFor(this.#call, this.#out, this.#host);
    const progress = new Progress(this.#err, regions.length);
    const { events, report } = answersOf(set, this.#call);
    for await (const event of events) {
      if (event.status === 'ok' && !this.#limit.full) {
        const answer = decodeAnswer(this.#call.operation, event.value);
        await sink.take(event.target.region, this.#limit.cut(answer));
      }
      if (this.#limit.full) this.#enough.abort();
      await progress.heard(event.target.region);
    }
    await progress.end();
    await sink.end(regions);
    return report();
  }

  #codeOf({ outcomes, failures, complete }: Report<unknown>): number {
    if (this.#host.signal.aborted) return exitCodes.interrupted;
    if (this.#limit.full) return exitCodes.complete;
    if (failures.length === outcomes.length) return exitCodes.failed;
    return complete ? exitCodes.complete : exitCodes.incomplete;
  }
}
