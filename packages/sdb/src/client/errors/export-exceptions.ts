import { type ExceptionClass, exceptionOf } from './exception-of.js';

// The export interface has codes of its own: https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/
export const ConflictException: ExceptionClass<'ConflictException'> = exceptionOf('ConflictException', 400);
export type ConflictException = InstanceType<typeof ConflictException>;
export const InvalidNextTokenException: ExceptionClass<'InvalidNextTokenException'> = exceptionOf(
  'InvalidNextTokenException',
  400,
);
export type InvalidNextTokenException = InstanceType<typeof InvalidNextTokenException>;
export const InvalidParameterCombinationException: ExceptionClass<'InvalidParameterCombinationException'> = exceptionOf(
  'InvalidParameterCombinationException',
  400,
);
export type InvalidParameterCombinationException = InstanceType<typeof InvalidParameterCombinationException>;
export const InvalidParameterValueException: ExceptionClass<'InvalidParameterValueException'> = exceptionOf(
  'InvalidParameterValueException',
  400,
);
export type InvalidParameterValueException = InstanceType<typeof InvalidParameterValueException>;
export const NoSuchDomainException: ExceptionClass<'NoSuchDomainException'> = exceptionOf('NoSuchDomainException', 400);
export type NoSuchDomainException = InstanceType<typeof NoSuchDomainException>;
export const NoSuchExportException: ExceptionClass<'NoSuchExportException'> = exceptionOf('NoSuchExportException', 400);
export type NoSuchExportException = InstanceType<typeof NoSuchExportException>;
export const NumberExportsLimitExceeded: ExceptionClass<'NumberExportsLimitExceeded'> = exceptionOf(
  'NumberExportsLimitExceeded',
  409,
);
export type NumberExportsLimitExceeded = InstanceType<typeof NumberExportsLimitExceeded>;
