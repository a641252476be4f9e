/**
 * Keeps what has `text` in it from a stream; one write is kept or dropped whole.
 * @param {NodeJS.WritableStream} stream
 * @param {string} text
 */
export function dropText(stream, text) {
  const { write } = stream;
  /** @type {(this: unknown, chunk: unknown, ...rest: unknown[]) => boolean} */
  const filtered = (chunk, ...rest) => {
    if (!String(chunk).includes(text)) return Reflect.apply(write, stream, [chunk, ...rest]);
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
  stream.write = /** @type {typeof write} */ (filtered);
}
