import { exactly, type Plan, planByKeys, requests } from '@proj/core/store';
import { swiftFacts } from '../facts/swift-facts.js';
import { segmentSizeFor } from './segment-size.js';
import type { UploadOptions } from './upload-options.js';

/** What uploading so many bytes costs, where the container of the segments is there: a HEAD tells what is to be replaced. */
export function planUpload(size: number, options: Pick<UploadOptions, 'segmentSize' | 'replaced'> = {}): Plan {
  const count = Math.max(1, Math.ceil(size / segmentSizeFor(size, options.segmentSize)));
  const puts = count === 1 ? 1 : count + 1;
  const heads = options.replaced === 'keep' ? 0 : 1;
  return planOf(1, (keys) => requests({ HEAD: exactly(heads * keys), PUT: exactly(puts * keys) }));
}

/** What deleting so many objects by `deleteObjects` costs. */
export function planDelete(count: number, batch = 1_000): Plan {
  const size = Math.min(batch, swiftFacts.deletes);
  return planOf(count, (keys) => requests({ DELETE: exactly(Math.ceil(keys / size)) }));
}

/** What a copy within a region costs, whatever its size. */
export function planCopy(): Plan {
  return planOf(1, (keys) => requests({ COPY: exactly(keys) }));
}

function planOf(keys: number, at: Parameters<typeof planByKeys>[1]): Plan {
  return planByKeys({ keys: exactly(keys), basis: 'exact', spentPlanning: 0 }, at);
}
