export type { ByteRange, ObjectBody, ReadOptions } from './get-object.js';
export { isObjectHandle, ObjectHandle } from './object-handle.js';
export type { ObjectInfo } from './object-info.js';
export type { WrittenObject } from './put-object.js';
export type { Attributes, WriteOptions } from './write-options.js';
