import type { Common } from '../command-line/common.js';
import type { Operation } from '../services/operation.js';
import type { Service } from '../services/service.js';

/** One operation to be carried out in many regions: checked, and not yet sent. */
export interface Call {
  readonly service: Service;
  readonly operation: Operation;
  readonly input: object;
  readonly common: Common;
}

/** Whether the call reads page after page. */
export function isPaged({ operation, common }: Call): boolean {
  return operation.paginator !== undefined && common.paginate;
}
