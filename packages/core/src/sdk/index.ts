export { isUnexpectedBodyError, UnexpectedBodyError } from './answers/unexpected-body-error.js';
export { explain } from './choice/explain.js';
export { isNotReadyError, NotReadyError } from './choice/not-ready-error.js';
export type { RegionExplanation, RegionReason } from './choice/region-explanation.js';
export { adviceFor } from './credentials/advice.js';
export { CredentialsError, isCredentialsError } from './credentials/credentials-error.js';
export { isNotSupportedError, NotSupportedError } from './failures/not-supported-error.js';
export { DisposedError, isDisposedError } from './set/disposed-error.js';
export { type Extended, extendSet } from './set/extend-set.js';
export type { Fanned, FannedOut, SendOn, ServiceSet, SetMembers } from './set/fanned-types.js';
export type {
  ConfigOf,
  CredentialProvider,
  Credentials,
  FactoryOptions,
  RegionChoice,
  ServiceSetOptions,
} from './set/options.js';
export { type Place, resourceSet } from './set/resource-set.js';
export { serviceSet } from './set/service-set.js';
export { rememberBreakers } from './wire/remember-breakers.js';
export type { RequestTrace } from './wire/request-trace.js';
