/** The real one, also where a test fakes timers later. */
const { setImmediate } = globalThis;

/** The rejections that nobody handles while `work` runs and in the turn after it. */
export async function unhandledDuring(work: () => unknown): Promise<readonly unknown[]> {
  const others = process.listeners('unhandledRejection');
  const reasons: unknown[] = [];
  const note = (reason: unknown): void => {
    reasons.push(reason);
  };
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', note);
  try {
    await work();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('unhandledRejection', note);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return reasons;
}
