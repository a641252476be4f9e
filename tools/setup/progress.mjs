/** How often the time is shown (ms). */
const interval = 1_000;

/**
 * Says what is going on while it does: at a terminal with the seconds it has taken, elsewhere in a line.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @param {{ isTTY?: boolean | undefined, write(text: string): unknown }} [stream] for people, and out of the way of what a
 *   command prints for programs
 * @returns {Promise<T>}
 */
export async function shown(what, work, stream = process.stderr) {
  if (!stream.isTTY) {
    stream.write(`${what} …\n`);
    return work();
  }
  const start = performance.now();
  const show = () => stream.write(`\r${what} … ${Math.round((performance.now() - start) / 1_000)} s`);
  show();
  const timer = setInterval(show, interval).unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    show();
    stream.write('\n');
  }
}
