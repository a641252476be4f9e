import { SwiftError } from '../swift-error.js';
import type { SwiftOperation } from './operation.js';

export const putManifest: SwiftOperation = {
  name: 'PutManifest',
  run: () => {
    throw new SwiftError(501);
  },
};
