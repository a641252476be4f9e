import { exactly, type Plan, planByKeys, type Requests, requests } from '@proj/core/store';
import { s3Facts } from '../facts/s3-facts.js';
import { copyPartCount } from './copy-by-parts.js';
import { partSizeFor, partsOf } from './part-size.js';

/** What deleting so many objects costs: 1,000 go in a request. */
export function planDelete(count: number): Plan {
  return planOf(count, (keys) => requests({ DELETE: exactly(Math.ceil(keys / s3Facts.deletes)) }));
}

/** What uploading so many bytes costs. */
export function planUpload(size: number, partSize?: number): Plan {
  return planOf(1, (keys) => times(keys, uploadOf(size, partSize)));
}

/** What copying so many bytes costs: one HEAD tells how many there are. */
export function planCopy(size: number): Plan {
  return planOf(1, (keys) => times(keys, copyOf(size)));
}

type Counts = Readonly<Record<'HEAD' | 'PUT' | 'POST' | 'COPY', number>>;

function uploadOf(size: number, given: number | undefined): Counts {
  const parts = partsOf(size, partSizeFor(size, given));
  return parts === 1 ? { HEAD: 0, PUT: 1, POST: 0, COPY: 0 } : { HEAD: 0, PUT: parts, POST: 2, COPY: 0 };
}

function copyOf(size: number): Counts {
  return size > s3Facts.single
    ? { HEAD: 1, PUT: 0, POST: 2, COPY: copyPartCount(size) }
    : { HEAD: 1, PUT: 0, POST: 0, COPY: 1 };
}

function times(keys: number, { HEAD, PUT, POST, COPY }: Counts): Requests {
  return requests({
    HEAD: exactly(HEAD * keys),
    PUT: exactly(PUT * keys),
    POST: exactly(POST * keys),
    COPY: exactly(COPY * keys),
  });
}

function planOf(keys: number, at: (keys: number) => Requests): Plan {
  return planByKeys({ keys: exactly(keys), basis: 'exact', spentPlanning: 0 }, at);
}
