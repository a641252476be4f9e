import { invalidArgument, invalidRequest, malformedXml } from '../errors/errors.js';
import { childOf, childrenOf, textOf, type XmlElement } from '../wire/xml-element.js';

const METHODS: ReadonlySet<string> = new Set(['GET', 'PUT', 'HEAD', 'POST', 'DELETE']);

/** What each setting must have, beyond its root. */
const CHECKS: ReadonlyMap<string, (given: XmlElement) => void> = new Map([
  ['cors', checkCors],
  ['lifecycle', checkLifecycle],
  ['requestPayment', checkPayer],
  ['encryption', (given) => demand(childOf(given, 'Rule'))],
  ['website', checkWebsite],
]);

/** Throws an S3Error for a setting that S3 would not take. */
export function checkSetting(name: string, given: XmlElement): void {
  CHECKS.get(name)?.(given);
}

function checkCors(given: XmlElement): void {
  const rules = childrenOf(given, 'CORSRule');
  if (rules.length === 0 || rules.length > 100) throw malformedXml();
  for (const rule of rules) {
    demand(childOf(rule, 'AllowedOrigin'));
    demand(childOf(rule, 'AllowedMethod'));
    const wrong = childrenOf(rule, 'AllowedMethod').find(({ text }) => !METHODS.has(text));
    if (wrong)
      throw invalidRequest(`Found unsupported HTTP method in CORS config. Unsupported method is ${wrong.text}`);
    const stars = [...childrenOf(rule, 'AllowedOrigin'), ...childrenOf(rule, 'AllowedHeader')];
    const many = stars.find(({ text }) => text.split('*').length > 2);
    if (many) throw invalidRequest(`${many.name} "${many.text}" can not have more than one wildcard.`);
  }
}

function checkLifecycle(given: XmlElement): void {
  const rules = childrenOf(given, 'Rule');
  if (rules.length === 0 || rules.length > 1000) throw malformedXml();
  for (const rule of rules) {
    const status = textOf(rule, 'Status');
    if (status !== 'Enabled' && status !== 'Disabled') throw malformedXml();
  }
  const ids = rules.map((rule) => textOf(rule, 'ID')).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) {
    throw invalidArgument('Rule ID must be unique. Found same ID for more than one rule');
  }
}

function checkPayer(given: XmlElement): void {
  const payer = textOf(given, 'Payer');
  if (payer !== 'Requester' && payer !== 'BucketOwner') throw malformedXml();
}

function checkWebsite(given: XmlElement): void {
  if (childOf(given, 'RedirectAllRequestsTo')) return;
  const index = childOf(given, 'IndexDocument');
  if (!index)
    throw invalidArgument('A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty');
  if ((textOf(index, 'Suffix') ?? '') === '') throw invalidArgument('The IndexDocument Suffix is not well formed');
}

function demand(element: XmlElement | undefined): void {
  if (!element) throw malformedXml();
}
