export { isMixedPartitionsError, MixedPartitionsError } from './mixed-partitions-error.js';
export { type RegionInfo, regionInfo, regionsOf } from './table.js';
export { isUnknownPartitionError, UnknownPartitionError } from './unknown-partition-error.js';
export { isUnknownRegionError, UnknownRegionError } from './unknown-region-error.js';
