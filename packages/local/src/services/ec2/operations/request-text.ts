import type { QueryParameters } from '../../../wire/query-parameters.js';

/** All that a request asks for, as one text: two requests with the same text are the same request. */
export function requestText(parameters: QueryParameters): string {
  return JSON.stringify(parameters.entries().sort(([a], [b]) => (a < b ? -1 : 1)));
}
