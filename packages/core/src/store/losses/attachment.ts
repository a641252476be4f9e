/** What a store may keep beside the bytes of an object, and which a copy to another store can lose. */
export type Attachment =
  | 'acl'
  | 'storageClass'
  | 'versions'
  | 'checksum'
  | 'tags'
  | 'expiry'
  | 'manifest'
  | 'metadataCase'
  | 'metadataUnderscore';
