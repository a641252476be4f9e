import { Readable } from 'node:stream';

/** The bytes of a body: it comes as a stream, or from handlers of somebody's own as bytes. `undefined` for what is neither. */
export function readBody(body: unknown): Promise<Uint8Array> | Uint8Array | undefined {
  if (body instanceof Uint8Array) return body;
  return body instanceof Readable ? collect(body) : undefined;
}

/** A body that breaks off with this error. */
export function brokenBody(error: Error): Readable {
  return new Readable({
    read() {
      this.destroy(error);
    },
  });
}

function collect(stream: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    stream.on('error', reject);
    stream.on('end', () => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
  });
}
