const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Refuses to go on with an endpoint that could be anybody's: this job creates and shares things.
 * @param {string} endpoint
 */
export function requireLoopback(endpoint) {
  const { hostname } = new URL(endpoint);
  if (!loopback.has(hostname)) throw new Error(`${endpoint} is not on this machine: nothing was sent there`);
}
