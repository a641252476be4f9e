/**
 * The one list of places that may leave the type system or switch a check off. Each says why nothing else will do.
 * @type {readonly { path: string, kind: string, why: string }[]}
 */
export const excused = [
  {
    path: 'packages/core/src/fanout/fanned-call.ts',
    kind: 'biome-ignore',
    why: 'a fan-out has a then, since it is awaited like the SDK call that it stands for; biome would have no class be one',
  },
  {
    path: 'packages/sdb/src/client/simpledb.ts',
    kind: 'biome-ignore',
    why: 'the methods of an SDK client are made at run time, and its type is a class and an interface that merge',
  },
];
