import type { Bucket } from '../store/bucket.js';
import { childrenOf, readXml, textOf, type XmlElement } from '../wire/xml-element.js';

/** A rule of a bucket's CORS configuration. */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAge: string | undefined;
}

/** What a web page asks for. */
export interface CorsWish {
  readonly origin: string;
  readonly method: string;
  /** The headers that it means to send; a preflight names them. */
  readonly headers: readonly string[];
}

/** The rules of a bucket. */
export function corsRules(bucket: Bucket): readonly CorsRule[] {
  const setting = bucket.setting('cors');
  return setting === undefined ? [] : childrenOf(readXml(setting, 'CORSConfiguration'), 'CORSRule').map(readRule);
}

/** The first rule that lets the page in. */
export function ruleFor(rules: readonly CorsRule[], { origin, method, headers }: CorsWish): CorsRule | undefined {
  return rules.find(
    (rule) =>
      rule.methods.includes(method) &&
      rule.origins.some((pattern) => fits(pattern, origin)) &&
      headers.every((header) => rule.headers.some((pattern) => fits(pattern.toLowerCase(), header.toLowerCase()))),
  );
}

function readRule(element: XmlElement): CorsRule {
  const texts = (name: string): readonly string[] => childrenOf(element, name).map(({ text }) => text);
  return {
    origins: texts('AllowedOrigin'),
    methods: texts('AllowedMethod'),
    headers: texts('AllowedHeader'),
    exposed: texts('ExposeHeader'),
    maxAge: textOf(element, 'MaxAgeSeconds'),
  };
}

/** One `*` stands for any characters. */
function fits(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
}
