export { isNoRegionError, NoRegionError } from './no-region-error.js';
export { isRegionNameError, RegionNameError } from './region-name-error.js';
export type { Target } from './target.js';
