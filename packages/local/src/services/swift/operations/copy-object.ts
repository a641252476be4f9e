import { SwiftError } from '../swift-error.js';
import type { SwiftOperation } from './operation.js';

export const copyObject: SwiftOperation = {
  name: 'CopyObject',
  run: () => {
    throw new SwiftError(501);
  },
};
