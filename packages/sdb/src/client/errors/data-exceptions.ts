import { type ExceptionClass, exceptionOf } from './exception-of.js';

// Codes and statuses: https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/APIError.html
export const AccessFailure: ExceptionClass<'AccessFailure'> = exceptionOf('AccessFailure', 403);
export type AccessFailure = InstanceType<typeof AccessFailure>;
export const AttributeDoesNotExist: ExceptionClass<'AttributeDoesNotExist'> = exceptionOf('AttributeDoesNotExist', 404);
export type AttributeDoesNotExist = InstanceType<typeof AttributeDoesNotExist>;
export const AuthFailure: ExceptionClass<'AuthFailure'> = exceptionOf('AuthFailure', 403);
export type AuthFailure = InstanceType<typeof AuthFailure>;
export const AuthMissingFailure: ExceptionClass<'AuthMissingFailure'> = exceptionOf('AuthMissingFailure', 403);
export type AuthMissingFailure = InstanceType<typeof AuthMissingFailure>;
export const AuthorizationFailure: ExceptionClass<'AuthorizationFailure'> = exceptionOf('AuthorizationFailure', 403);
export type AuthorizationFailure = InstanceType<typeof AuthorizationFailure>;
export const ConditionalCheckFailed: ExceptionClass<'ConditionalCheckFailed'> = exceptionOf(
  'ConditionalCheckFailed',
  409,
);
export type ConditionalCheckFailed = InstanceType<typeof ConditionalCheckFailed>;
export const DuplicateItemName: ExceptionClass<'DuplicateItemName'> = exceptionOf('DuplicateItemName', 400);
export type DuplicateItemName = InstanceType<typeof DuplicateItemName>;
export const ExistsAndExpectedValue: ExceptionClass<'ExistsAndExpectedValue'> = exceptionOf(
  'ExistsAndExpectedValue',
  400,
);
export type ExistsAndExpectedValue = InstanceType<typeof ExistsAndExpectedValue>;
export const FeatureDeprecated: ExceptionClass<'FeatureDeprecated'> = exceptionOf('FeatureDeprecated', 400);
export type FeatureDeprecated = InstanceType<typeof FeatureDeprecated>;
export const IncompleteExpectedExpression: ExceptionClass<'IncompleteExpectedExpression'> = exceptionOf(
  'IncompleteExpectedExpression',
  400,
);
export type IncompleteExpectedExpression = InstanceType<typeof IncompleteExpectedExpression>;
export const InternalError: ExceptionClass<'InternalError'> = exceptionOf('InternalError', 500);
export type InternalError = InstanceType<typeof InternalError>;
export const InvalidAction: ExceptionClass<'InvalidAction'> = exceptionOf('InvalidAction', 400);
export type InvalidAction = InstanceType<typeof InvalidAction>;
export const InvalidHTTPAuthHeader: ExceptionClass<'InvalidHTTPAuthHeader'> = exceptionOf('InvalidHTTPAuthHeader', 400);
export type InvalidHTTPAuthHeader = InstanceType<typeof InvalidHTTPAuthHeader>;
export const InvalidHttpRequest: ExceptionClass<'InvalidHttpRequest'> = exceptionOf('InvalidHttpRequest', 400);
export type InvalidHttpRequest = InstanceType<typeof InvalidHttpRequest>;
export const InvalidLiteral: ExceptionClass<'InvalidLiteral'> = exceptionOf('InvalidLiteral', 400);
export type InvalidLiteral = InstanceType<typeof InvalidLiteral>;
export const InvalidNextToken: ExceptionClass<'InvalidNextToken'> = exceptionOf('InvalidNextToken', 400);
export type InvalidNextToken = InstanceType<typeof InvalidNextToken>;
export const InvalidNumberPredicates: ExceptionClass<'InvalidNumberPredicates'> = exceptionOf(
  'InvalidNumberPredicates',
  400,
);
export type InvalidNumberPredicates = InstanceType<typeof InvalidNumberPredicates>;
export const InvalidNumberValueTests: ExceptionClass<'InvalidNumberValueTests'> = exceptionOf(
  'InvalidNumberValueTests',
  400,
);
export type InvalidNumberValueTests = InstanceType<typeof InvalidNumberValueTests>;
export const InvalidParameterCombination: ExceptionClass<'InvalidParameterCombination'> = exceptionOf(
  'InvalidParameterCombination',
  400,
);
export type InvalidParameterCombination = InstanceType<typeof InvalidParameterCombination>;
export const InvalidParameterValue: ExceptionClass<'InvalidParameterValue'> = exceptionOf('InvalidParameterValue', 400);
export type InvalidParameterValue = InstanceType<typeof InvalidParameterValue>;
export const InvalidQueryExpression: ExceptionClass<'InvalidQueryExpression'> = exceptionOf(
  'InvalidQueryExpression',
  400,
);
export type InvalidQueryExpression = InstanceType<typeof InvalidQueryExpression>;
export const InvalidResponseGroups: ExceptionClass<'InvalidResponseGroups'> = exceptionOf('InvalidResponseGroups', 400);
export type InvalidResponseGroups = InstanceType<typeof InvalidResponseGroups>;
export const InvalidService: ExceptionClass<'InvalidService'> = exceptionOf('InvalidService', 400);
export type InvalidService = InstanceType<typeof InvalidService>;
export const InvalidSortExpression: ExceptionClass<'InvalidSortExpression'> = exceptionOf('InvalidSortExpression', 400);
export type InvalidSortExpression = InstanceType<typeof InvalidSortExpression>;
export const InvalidURI: ExceptionClass<'InvalidURI'> = exceptionOf('InvalidURI', 400);
export type InvalidURI = InstanceType<typeof InvalidURI>;
export const InvalidWSDLVersion: ExceptionClass<'InvalidWSDLVersion'> = exceptionOf('InvalidWSDLVersion', 400);
export type InvalidWSDLVersion = InstanceType<typeof InvalidWSDLVersion>;
export const MissingAction: ExceptionClass<'MissingAction'> = exceptionOf('MissingAction', 400);
export type MissingAction = InstanceType<typeof MissingAction>;
export const MissingParameter: ExceptionClass<'MissingParameter'> = exceptionOf('MissingParameter', 400);
export type MissingParameter = InstanceType<typeof MissingParameter>;
export const MultipleExistsConditions: ExceptionClass<'MultipleExistsConditions'> = exceptionOf(
  'MultipleExistsConditions',
  400,
);
export type MultipleExistsConditions = InstanceType<typeof MultipleExistsConditions>;
export const MultipleExpectedNames: ExceptionClass<'MultipleExpectedNames'> = exceptionOf('MultipleExpectedNames', 400);
export type MultipleExpectedNames = InstanceType<typeof MultipleExpectedNames>;
export const MultipleExpectedValues: ExceptionClass<'MultipleExpectedValues'> = exceptionOf(
  'MultipleExpectedValues',
  400,
);
export type MultipleExpectedValues = InstanceType<typeof MultipleExpectedValues>;
export const MultiValuedAttribute: ExceptionClass<'MultiValuedAttribute'> = exceptionOf('MultiValuedAttribute', 409);
export type MultiValuedAttribute = InstanceType<typeof MultiValuedAttribute>;
export const NoSuchDomain: ExceptionClass<'NoSuchDomain'> = exceptionOf('NoSuchDomain', 400);
export type NoSuchDomain = InstanceType<typeof NoSuchDomain>;
export const NoSuchVersion: ExceptionClass<'NoSuchVersion'> = exceptionOf('NoSuchVersion', 400);
export type NoSuchVersion = InstanceType<typeof NoSuchVersion>;
export const NotYetImplemented: ExceptionClass<'NotYetImplemented'> = exceptionOf('NotYetImplemented', 401);
export type NotYetImplemented = InstanceType<typeof NotYetImplemented>;
export const NumberDomainsExceeded: ExceptionClass<'NumberDomainsExceeded'> = exceptionOf('NumberDomainsExceeded', 409);
export type NumberDomainsExceeded = InstanceType<typeof NumberDomainsExceeded>;
export const NumberDomainAttributesExceeded: ExceptionClass<'NumberDomainAttributesExceeded'> = exceptionOf(
  'NumberDomainAttributesExceeded',
  409,
);
export type NumberDomainAttributesExceeded = InstanceType<typeof NumberDomainAttributesExceeded>;
export const NumberDomainBytesExceeded: ExceptionClass<'NumberDomainBytesExceeded'> = exceptionOf(
  'NumberDomainBytesExceeded',
  409,
);
export type NumberDomainBytesExceeded = InstanceType<typeof NumberDomainBytesExceeded>;
export const NumberItemAttributesExceeded: ExceptionClass<'NumberItemAttributesExceeded'> = exceptionOf(
  'NumberItemAttributesExceeded',
  409,
);
export type NumberItemAttributesExceeded = InstanceType<typeof NumberItemAttributesExceeded>;
export const NumberSubmittedAttributesExceeded: ExceptionClass<'NumberSubmittedAttributesExceeded'> = exceptionOf(
  'NumberSubmittedAttributesExceeded',
  409,
);
export type NumberSubmittedAttributesExceeded = InstanceType<typeof NumberSubmittedAttributesExceeded>;
export const NumberSubmittedItemsExceeded: ExceptionClass<'NumberSubmittedItemsExceeded'> = exceptionOf(
  'NumberSubmittedItemsExceeded',
  409,
);
export type NumberSubmittedItemsExceeded = InstanceType<typeof NumberSubmittedItemsExceeded>;
export const RequestExpired: ExceptionClass<'RequestExpired'> = exceptionOf('RequestExpired', 400);
export type RequestExpired = InstanceType<typeof RequestExpired>;
export const RequestTimeout: ExceptionClass<'RequestTimeout'> = exceptionOf('RequestTimeout', 408, {});
export type RequestTimeout = InstanceType<typeof RequestTimeout>;
export const ServiceUnavailable: ExceptionClass<'ServiceUnavailable'> = exceptionOf('ServiceUnavailable', 503, {
  throttling: true,
});
export type ServiceUnavailable = InstanceType<typeof ServiceUnavailable>;
export const TooManyRequestedAttributes: ExceptionClass<'TooManyRequestedAttributes'> = exceptionOf(
  'TooManyRequestedAttributes',
  400,
);
export type TooManyRequestedAttributes = InstanceType<typeof TooManyRequestedAttributes>;
export const UnsupportedHttpVerb: ExceptionClass<'UnsupportedHttpVerb'> = exceptionOf('UnsupportedHttpVerb', 400);
export type UnsupportedHttpVerb = InstanceType<typeof UnsupportedHttpVerb>;
export const UnsupportedNextToken: ExceptionClass<'UnsupportedNextToken'> = exceptionOf('UnsupportedNextToken', 400);
export type UnsupportedNextToken = InstanceType<typeof UnsupportedNextToken>;
export const URITooLong: ExceptionClass<'URITooLong'> = exceptionOf('URITooLong', 400);
export type URITooLong = InstanceType<typeof URITooLong>;
