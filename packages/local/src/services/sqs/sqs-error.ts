import { ApiError } from '../../wire/api-error.js';

/** An error's name in JSON, in the older protocol, and the older protocol's status. */
interface ErrorNames {
  readonly json: string;
  readonly query: string;
  readonly queryStatus: number;
}

const legacy = (json: string, query: string = json): ErrorNames => ({
  json,
  query: `AWS.SimpleQueueService.${query}`,
  queryStatus: 400,
});
const same = (json: string, queryStatus = 400): ErrorNames => ({ json, query: json, queryStatus });

/** The errors whose names differ, or whose status does: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html */
const NAMES: readonly ErrorNames[] = [
  legacy('QueueDoesNotExist', 'NonExistentQueue'),
  legacy('QueueDeletedRecently'),
  { ...legacy('PurgeQueueInProgress'), queryStatus: 403 },
  legacy('TooManyEntriesInBatchRequest'),
  legacy('EmptyBatchRequest'),
  legacy('BatchEntryIdsNotDistinct'),
  legacy('BatchRequestTooLong'),
  legacy('InvalidBatchEntryId'),
  legacy('MessageNotInflight'),
  legacy('UnsupportedOperation'),
  { json: 'QueueNameExists', query: 'QueueAlreadyExists', queryStatus: 400 },
  { json: 'InvalidParameterValueException', query: 'InvalidParameterValue', queryStatus: 400 },
  { json: 'MissingRequiredParameterException', query: 'MissingParameter', queryStatus: 400 },
  { json: 'AccessDeniedException', query: 'AccessDenied', queryStatus: 403 },
  same('InvalidAddress', 404),
  same('InvalidSecurity', 403),
  same('OverLimit', 403),
  same('ReceiptHandleIsInvalid', 404),
  same('RequestThrottled', 403),
  same('ResourceNotFoundException', 404),
];
const BY_NAME: ReadonlyMap<string, ErrorNames> = new Map(
  NAMES.flatMap((names): [string, ErrorNames][] => [
    [names.json, names],
    [names.query, names],
  ]),
);

/** Both names of an error that is known by either. */
export function errorNames(error: ApiError): ErrorNames {
  return BY_NAME.get(error.code) ?? { json: error.code, query: error.code, queryStatus: error.status };
}

/** A value that a parameter cannot have. */
export function invalidValue(name: string, value: unknown, reason: string): ApiError {
  return new ApiError('InvalidParameterValue', `Value ${value} for parameter ${name} is invalid. Reason: ${reason}`);
}

/** A queue that is not there, or that is none of the caller's business. */
export function noSuchQueue(): ApiError {
  return new ApiError('QueueDoesNotExist', 'The specified queue does not exist.');
}
