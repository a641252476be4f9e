export { adviceFor } from './advice.js';
export { CredentialsError, isCredentialsError } from './credentials-error.js';
export { DisposedError, isDisposedError } from './disposed-error.js';
export { explain } from './explain.js';
export { type Extended, extendSet } from './extend-set.js';
export type { Fanned, FannedOut, SendOn, ServiceSet, SetMembers } from './fanned-types.js';
export { isNotReadyError, NotReadyError } from './not-ready-error.js';
export { isNotSupportedError, NotSupportedError } from './not-supported-error.js';
export type {
  ConfigOf,
  CredentialProvider,
  Credentials,
  FactoryOptions,
  RegionChoice,
  ServiceSetOptions,
} from './options.js';
export type { RegionExplanation, RegionReason } from './region-explanation.js';
export { rememberBreakers } from './remember-breakers.js';
export type { RequestTrace } from './request-trace.js';
export { type Place, resourceSet } from './resource-set.js';
export { serviceSet } from './service-set.js';
export { isUnexpectedBodyError, UnexpectedBodyError } from './unexpected-body-error.js';
