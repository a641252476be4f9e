import type { Clock } from '../../../clock/clock.js';
import type { ReceivedRequest } from '../../../http/received-request.js';
import { jsonAnswer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import { notServed } from '../../../wire/not-served.js';
import { accountRefusal } from '../../account/account-refusal.js';
import type { Caller, Invocation, Service } from '../../service.js';
import type { NextTokens } from '../../tokens/next-tokens.js';
import { simpleDbRegions } from '../simpledb-regions.js';
import type { DomainStore } from '../store/domain-store.js';
import { checkKnown, invalid, missing, readDomain, readMembers, readStart, text } from './export-input.js';
import { type ExportPlace, Exports, noSuchDomain, type WriteExport } from './exports.js';

/** Each operation has a path of its own. An address that names service and region stands before it. */
export const exportPath: RegExp = /^(?:\/sdb\/[a-z0-9-]+)?\/v2\/([a-zA-Z]+)$/;
/** No bucket is documented. This one is ours. */
const BUCKET = { name: 'sdb:exports', capacity: 100, refillPerSecond: 100 };
const LARGEST_PAGE = 100;

type Input = ReturnType<typeof readMembers>;

/** What an export goes by. */
interface ExportTimes {
  /** Milliseconds that an export is pending, and that it is then in progress. */
  readonly step: number;
  readonly clock: Clock;
}

/** The export interface of SimpleDB, 2025-09-26: REST and JSON, SigV4, over the same domains. */
export class ExportService implements Service {
  readonly name = 'sdb';
  readonly regions: readonly string[] = simpleDbRegions;
  readonly #domains: DomainStore;
  readonly #exports = new Map<string, Exports>();
  readonly #tokens: NextTokens;
  readonly #write: WriteExport;
  readonly #times: ExportTimes;
  readonly #operations: Readonly<Record<string, (input: Input, exports: Exports, place: ExportPlace) => object>> = {
    StartDomainExport: startDomainExport,
    GetExport: getExport,
    ListExports: (input, exports, place) => this.#listExports(input, exports, place),
  };

  constructor(domains: DomainStore, tokens: NextTokens, write: WriteExport, times: ExportTimes) {
    this.#domains = domains;
    this.#tokens = tokens;
    this.#write = write;
    this.#times = times;
  }

  read(request: ReceivedRequest): Invocation {
    const [, action] = exportPath.exec(request.path) ?? [];
    return { action, bucket: BUCKET, answer: (caller) => this.#answer(action, request, caller) };
  }

  errorAnswer: Service['errorAnswer'] = ({ code, message, status }, requestId) =>
    jsonAnswer(status, requestId, { message }, { 'x-amzn-errortype': code });

  refusal: Service['refusal'] = accountRefusal;

  throttled(): ApiError {
    return new ApiError('ThrottlingException', 'Rate exceeded', 429);
  }

  #answer(action: string | undefined, { method, body }: ReceivedRequest, { account, region, requestId }: Caller) {
    const run = Object.hasOwn(this.#operations, action ?? '') ? this.#operations[action ?? ''] : undefined;
    if (run === undefined || method !== 'POST') {
      throw notServed(
        `the action ${action} of SimpleDB's exports`,
        `, only ${Object.keys(this.#operations).join(', ')}`,
      );
    }
    const domains = this.#domains.of(account.id, region.name);
    const key = `${account.id}/${region.name}`;
    const exports = this.#exports.get(key) ?? new Exports(this.#write, this.#times.step);
    this.#exports.set(key, exports);
    const place = { account: account.id, region: region.name, domains, now: this.#times.clock.now() };
    return jsonAnswer(200, requestId, run(readMembers(body), exports, place));
  }

  #listExports(input: Input, exports: Exports, { account, region, domains, now }: ExportPlace): object {
    checkKnown(input, ['domainName', 'maxResults', 'nextToken']);
    const domainName = readDomain(input);
    if (domainName !== undefined && !domains.get(domainName)) throw noSuchDomain(domainName);
    const most = readMaxResults(input);
    const scope = ['ListExports', account, region, domainName ?? null];
    const start = this.#startOf(
      scope,
      text(input, 'nextToken', (token) => token.length <= 2048),
    );
    const all = exports.list(domainName);
    const end = start + most;
    return {
      exportSummaries: all.slice(start, end).map((one) => one.summary(now)),
      ...(end < all.length ? { nextToken: this.#tokens.write(scope, { start: end }) } : {}),
    };
  }

  #startOf(scope: unknown, token: string | undefined): number {
    if (token === undefined) return 0;
    try {
      return (this.#tokens.read(scope, token) as { readonly start: number }).start;
    } catch {
      throw new ApiError('InvalidNextTokenException', 'The specified next token is not valid.');
    }
  }
}

function startDomainExport(input: Input, exports: Exports, place: ExportPlace): object {
  const { clientToken, arn: exportArn, requestedAt } = exports.start(readStart(input), place);
  return { clientToken, exportArn, requestedAt: requestedAt / 1000 };
}

function getExport(input: Input, exports: Exports, { now }: ExportPlace): object {
  checkKnown(input, ['exportArn']);
  const arn = text(input, 'exportArn', (value) => value.length >= 20 && value.length <= 2048) ?? missing('exportArn');
  return exports.get(arn).described(now);
}

function readMaxResults({ maxResults = LARGEST_PAGE }: Input): number {
  if (!Number.isInteger(maxResults) || Number(maxResults) < 1) throw invalid('maxResults', 'is less than 1');
  return Math.min(Number(maxResults), LARGEST_PAGE);
}
