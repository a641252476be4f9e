/** How often we look whether our parent is still there (ms). */
const interval = 500;

/**
 * Treats the loss of our parent as a SIGTERM. A signal that ends npm does not reach what npm runs: without this,
 * `npm start` that is ended from outside would leave its program behind.
 */
export function endWhenOrphaned() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
  }, interval);
  timer.unref();
}
