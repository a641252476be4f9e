export type { Metadata } from '../headers/metadata.js';
export type { CopiedObject, CopyOptions } from './copy-object.js';
export type { DeleteOptions } from './delete-object.js';
export type { ObjectBody } from './get-object.js';
export { isObjectHandle, ObjectHandle } from './object-handle.js';
export type { ObjectInfo, ObjectKind } from './object-info.js';
export type { WrittenObject } from './put-object.js';
export type { ByteRange, HeadOptions, ReadOptions } from './read-options.js';
export type { Attributes, WriteOptions } from './write-options.js';
