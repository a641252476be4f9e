export { hasName, isOptionError, isServiceSetError, isTimeOverError } from './errors/index.js';
export { OptionError, ServiceSetError, type TimeLimit, TimeOverError } from './errors/index.js';
export { CancelledError, ConsumedError, callSignal, FanOutError, UnsortedError } from './fanout/index.js';
export { isCancelledError, isConsumedError, isFanOutError } from './fanout/index.js';
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
export { BreakerOpenError, isBreakerOpenError, type OpenBreaker } from './guards/index.js';
export { isMixedPartitionsError, isUnknownPartitionError, isUnknownRegionError } from './regions/index.js';
export { MixedPartitionsError, UnknownPartitionError, UnknownRegionError } from './regions/index.js';
export { type RegionInfo, regionInfo, regionsOf } from './regions/index.js';
export type { ConfigOf, CredentialProvider, Credentials, FactoryOptions } from './sdk/index.js';
export { adviceFor, CredentialsError, DisposedError, isCredentialsError, isDisposedError } from './sdk/index.js';
export type { Extended, Fanned, FannedOut, Place, RegionChoice, SendOn, ServiceSet } from './sdk/index.js';
export { explain, extendSet, type RegionExplanation, type RegionReason } from './sdk/index.js';
export { rememberBreakers, resourceSet, serviceSet } from './sdk/index.js';
export { isNotReadyError, isNotSupportedError, isUnexpectedBodyError } from './sdk/index.js';
export { NotReadyError, NotSupportedError, UnexpectedBodyError } from './sdk/index.js';
export type { RequestTrace, ServiceSetOptions, SetMembers } from './sdk/index.js';
export { isNoRegionError, isRegionNameError, NoRegionError, RegionNameError, type Target } from './targets/index.js';
