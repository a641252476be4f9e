import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { type AnswerOf, jsonOf } from '../wire/body.js';

/** What the service says of a request for many: always with status 200, whatever came of it. */
export interface BulkAnswer {
  /** Such as `200 OK`; of the whole, or of the first that failed. */
  readonly status: number;
  /** What could not be done, by its name in the form of URLs, with its status. */
  readonly errors: ReadonlyMap<string, string>;
  readonly deleted: number;
  readonly notFound: number;
  readonly created: number;
}

/** Reads the report of a bulk request. Spaces before it keep the connection alive while it is made. @throws UnexpectedAnswerError */
export function bulkAnswerOf(of: AnswerOf, text: string): BulkAnswer {
  const report = jsonOf(of, text.trim()) as Readonly<Record<string, unknown>>;
  const status = /^(\d{3})/.exec(String(report?.['Response Status']))?.[1];
  if (status === undefined) throw new UnexpectedAnswerError(of.operation, of.region, 'has no status of the whole');
  const errors = Array.isArray(report['Errors']) ? (report['Errors'] as readonly (readonly string[])[]) : [];
  return {
    status: Number(status),
    errors: new Map(errors.map(([name = '', what = '']) => [name, what])),
    deleted: Number(report['Number Deleted'] ?? 0),
    notFound: Number(report['Number Not Found'] ?? 0),
    created: Number(report['Number Files Created'] ?? 0),
  };
}
