import { SwiftError } from '../swift-error.js';
import type { SwiftOperation } from './operation.js';

export const extractArchive: SwiftOperation = {
  name: 'ExtractArchive',
  run: () => {
    throw new SwiftError(501);
  },
};
