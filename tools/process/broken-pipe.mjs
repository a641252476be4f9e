/**
 * Ends the process quietly when whoever reads its output has had enough, as `head` has after its lines.
 * @param {readonly NodeJS.WritableStream[]} [streams]
 * @param {() => void} [end]
 */
export function endWithReader(streams = [process.stdout, process.stderr], end = () => process.exit(0)) {
  for (const stream of streams) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EPIPE') throw error;
      end();
    });
  }
}
