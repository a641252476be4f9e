import { SwiftError } from '../swift-error.js';
import type { SwiftOperation } from './operation.js';

export const bulkDelete: SwiftOperation = {
  name: 'BulkDelete',
  run: () => {
    throw new SwiftError(501);
  },
};
