export { hasName, isOptionError, isServiceSetError, OptionError, ServiceSetError } from './errors/index.js';
export { CancelledError, ConsumedError, FanOutError, TimeOverError, UnsortedError } from './fanout/index.js';
export { callSignal, isCancelledError, isConsumedError, isFanOutError, isTimeOverError } from './fanout/index.js';
export { isFailure, isMissing, isUnsortedError } from './fanout/index.js';
export type {
  CallOptions,
  CallTrace,
  Failure,
  FailureStatus,
  Fanout,
  FanoutStream,
  Outcome,
  Plan,
} from './fanout/index.js';
export type { RegionSource, Report, StreamCounts, Streamed, StreamEvent } from './fanout/index.js';
export { isMixedPartitionsError, isUnknownPartitionError, isUnknownRegionError } from './regions/index.js';
export { MixedPartitionsError, UnknownPartitionError, UnknownRegionError } from './regions/index.js';
export { type RegionInfo, regionInfo, regionsOf } from './regions/index.js';
export type { ConfigOf, CredentialProvider, Credentials, FactoryOptions } from './sdk/index.js';
export { adviceFor, CredentialsError, DisposedError, isCredentialsError, isDisposedError } from './sdk/index.js';
export type { Extended, Fanned, FannedOut, Place, RegionChoice, SendOn, ServiceSet } from './sdk/index.js';
export { explain, extendSet, type RegionExplanation, type RegionReason, resourceSet, serviceSet } from './sdk/index.js';
export { isNotReadyError, isNotSupportedError, isUnexpectedBodyError } from './sdk/index.js';
export { NotReadyError, NotSupportedError, UnexpectedBodyError } from './sdk/index.js';
export type { RequestTrace, ServiceSetOptions, SetMembers } from './sdk/index.js';
export { isNoRegionError, isRegionNameError, NoRegionError, RegionNameError, type Target } from './targets/index.js';
