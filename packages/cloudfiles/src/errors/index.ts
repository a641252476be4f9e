export { ChangedError, isChangedError } from './changed-error.js';
export { ChecksumError, isChecksumError } from './checksum-error.js';
export { CloudFilesError, isCloudFilesError } from './cloud-files-error.js';
export { ConnectionError, isConnectionError } from './connection-error.js';
export { HttpStatusError, isHttpStatusError } from './http-status-error.js';
export { isLoginError, LoginError } from './login-error.js';
export {
  ConflictError,
  DeniedError,
  isConflictError,
  isDeniedError,
  isNotFoundError,
  isPreconditionFailedError,
  isRateLimitError,
  NotFoundError,
  PreconditionFailedError,
  RateLimitError,
} from './status-errors.js';
export { isUnexpectedAnswerError, UnexpectedAnswerError } from './unexpected-answer-error.js';
