/** What one store can do and another cannot. */
export type Ability =
  | 'objectAcl'
  | 'containerAcl'
  | 'bulkDelete'
  | 'versions'
  | 'reverseList'
  | 'expireAt'
  | 'cdn'
  | 'extractArchive'
  | 'signedUrl'
  | 'signedPost'
  | 'compareAndSwap'
  | 'tags';

/** Whether a store has an ability: always, never, or depending on this bucket, container or cluster. */
export type Has = 'yes' | 'no' | 'ask';
