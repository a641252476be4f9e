import type { Fanout, FanoutStream, Report, ServiceSet, StreamEvent } from '@proj/core';
import { type Call, isPaged } from './call.js';

/** What the regions answer, as it comes, and the report when all have. */
export interface Answers {
  readonly events: AsyncIterable<StreamEvent<object>>;
  report(): Promise<Report<unknown>>;
}

type Send = (command: object) => Fanout<object>;
type Paginate = (input: object, config: object) => FanoutStream<object>;

/** Sends the call to every region of the set. */
export function answersOf(set: ServiceSet<object>, call: Call): Answers {
  return isPaged(call) ? pagesOf(set, call) : singleAnswers(set, call);
}

function pagesOf(set: ServiceSet<object>, { operation, input, common }: Call): Answers {
  const paginate: Paginate = Reflect.get(set, operation.paginator ?? '');
  const { pageSize, startingToken } = common;
  const paging = {
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(startingToken === undefined ? {} : { startingToken }),
  };
  const stream = paginate(input, paging);
  return { events: stream.settled(), report: () => stream.report() };
}

function singleAnswers(set: ServiceSet<object>, { operation, input }: Call): Answers {
  const send: Send = Reflect.get(set, 'send');
  const fanout = send(operation.command(input));
  const report = fanout.settled(); // asked for first: both the report and the outcomes as they come
  report.catch(() => 'told by the loop over the outcomes');
  return { events: eventsOf(fanout), report: () => report };
}

async function* eventsOf(fanout: Fanout<object>): AsyncGenerator<StreamEvent<object>, void, undefined> {
  for await (const outcome of fanout) yield outcome;
}
