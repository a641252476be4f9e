import { SwiftError } from '../swift-error.js';
import type { SwiftOperation } from './operation.js';

export const formPost: SwiftOperation = {
  name: 'FormPost',
  run: () => {
    throw new SwiftError(501);
  },
};
