import { ServiceSetError } from '../../errors/service-set-error.js';
import type { PlaceAttributes, StorePlace } from './store-place.js';

/** Copies one object through this machine, as a stream: each store checks what comes to it. Gives its bytes. */
export async function copyOne(
  from: StorePlace,
  to: StorePlace,
  name: string,
  { target = name, signal }: { readonly target?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<number> {
  const { info, length, stream } = await from.object(name).get({ signal });
  const { size } = await to.object(target).upload(stream, { ...attributesOf(info), signal });
  if (size === length) return size;
  throw new ServiceSetError(
    `${JSON.stringify(name)}: ${length} bytes were read of ${from}, and ${size} written to ${to}`,
  );
}

function attributesOf(info: PlaceAttributes): PlaceAttributes {
  const { contentType, contentEncoding, contentDisposition, cacheControl, metadata } = info;
  const named = { contentType, contentEncoding, contentDisposition, cacheControl, metadata };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined && value !== ''));
}
