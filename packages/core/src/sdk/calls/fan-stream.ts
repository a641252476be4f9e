import { withRequestTimeout } from '../../fanout/limits.js';
import { processPace } from '../../fanout/pace.js';
import type { FanoutStream } from '../../fanout/streams/fanout-stream.js';
import type { StreamJob } from '../../fanout/streams/stream-job.js';
import { streamOf } from '../../fanout/streams/stream-view.js';
import type { Target } from '../../targets/target.js';
import { continuationOf, markers } from '../answers/continuation.js';
import { requiredPageSize } from '../answers/truncation.js';
import { adviceOn } from '../credentials/advice.js';
import type { SetState } from '../set/set-state.js';
import { classifyFor, requireService, toldApart } from './call-job.js';
import { copyArgument, copyInput } from './copy-input.js';
import { expectedLatency } from './latency.js';

type Paginator = (...args: readonly unknown[]) => AsyncIterable<unknown>;

/** A paginator, or another method that gives values one after another, at every target. */
export function fanStream(state: SetState<object>, name: string, args: readonly unknown[]): FanoutStream<unknown> {
  const job: StreamJob<unknown> = {
    operation: name,
    limits: withRequestTimeout(state.limits),
    pace: processPace,
    advise: adviceOn,
    find: () => state.view.find(),
    assumed: ({ error }) => state.view.assumed(error),
    expected: expectedLatency,
    open: (target) => open(state, name, args, target),
    token: (page, asked) => continuationOf(page, Object.fromEntries(markers.map((name) => [name, asked]))),
    classify: (error, target) => classifyFor(state, error, target),
  };
  return streamOf(job);
}

function open(state: SetState<object>, name: string, args: readonly unknown[], target: Target): AsyncIterator<unknown> {
  requireService(target);
  const service = state.source.at(target);
  const given = state.source.learned().isClient ? paginatorArgs(name, args, target) : args.map(copyArgument);
  const paginate = (service as Readonly<Record<string, Paginator>>)[name] as Paginator;
  const pages = paginate.call(service, ...given)[Symbol.asyncIterator]();
  return {
    next: () => toldApart(state, target, () => pages.next()),
    return: async () => pages.return?.() ?? { done: true, value: undefined },
  };
}

function paginatorArgs(name: string, [input, config, ...rest]: readonly unknown[], target: Target): readonly unknown[] {
  const pageSize = requiredPageSize(target.service, name);
  const paging = { ...(pageSize === undefined ? {} : { pageSize }), ...(config as object | undefined) };
  return [copyInput(input ?? {}), paging, ...rest];
}
