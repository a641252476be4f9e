/**
 * The one list of places that may leave the type system or switch a check off. Each says why nothing else will do.
 * @type {readonly { path: string, kind: string, why: string }[]}
 */
export const excused = [];
