import { SwiftError } from '../swift-error.js';
import type { SwiftOperation } from './operation.js';

export const deleteManifest: SwiftOperation = {
  name: 'DeleteManifest',
  run: () => {
    throw new SwiftError(501);
  },
};
