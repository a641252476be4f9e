/** Names that a service's methods and a package's additions cannot have: the set's own, every object's, and an SDK client's plumbing. */
export const ownNames: ReadonlySet<string> = new Set([
  ...['targets', 'ready', 'at', 'in', 'with', 'map', 'send', 'then'],
  ...['config', 'middlewareStack', 'destroy', 'constructor', 'toJSON', 'toString', 'toLocaleString', 'valueOf'],
]);
