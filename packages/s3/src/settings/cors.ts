import type { CORSRule } from '@aws-sdk/client-s3';
import { checkCount, checkOneOf, checkUnique, checkWhole, refuseIf } from '../calls/check-value.js';
import type { Setting } from './setting.js';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'] as const;

/**
 * Which pages of other origins may make which requests. The first rule that fits is taken.
 *
 * @example
 * ```ts
 * const rule: CorsRule = { origins: ['https://*.example.com'], methods: ['GET'], headers: ['*'], maxAge: 3_600 };
 * ```
 */
export interface CorsRule {
  readonly id?: string | undefined;
  /** At most one `*` in each. */
  readonly origins: readonly string[];
  readonly methods: readonly (typeof methods)[number][];
  /** Headers that the request may have; at most one `*` in each. @defaultValue none */
  readonly headers?: readonly string[] | undefined;
  /** Headers of the answer that the page may read. @defaultValue none */
  readonly exposedHeaders?: readonly string[] | undefined;
  /** Seconds that a browser may remember the answer. */
  readonly maxAge?: number | undefined;
}

function check(rules: readonly CorsRule[]): void {
  checkCount('setCors: rules', rules, 1, 100);
  checkUnique(
    'setCors: the id',
    rules.map(({ id }) => id),
  );
  for (const { origins, methods: given, headers = [], maxAge } of rules) {
    checkCount('setCors: origins of a rule', origins, 1, 1_000);
    checkCount('setCors: methods of a rule', given, 1, methods.length);
    for (const method of given) checkOneOf('setCors: a method', method, methods);
    const wild = [...origins, ...headers].find((text) => text.split('*').length > 2);
    refuseIf(wild !== undefined, `setCors: ${JSON.stringify(wild)} has more than one *`);
    checkWhole('setCors: maxAge', maxAge, 0);
  }
}

function ruleOf(wire: CORSRule): CorsRule {
  return {
    id: wire.ID,
    origins: wire.AllowedOrigins ?? [],
    methods: (wire.AllowedMethods ?? []) as CorsRule['methods'],
    headers: wire.AllowedHeaders,
    exposedHeaders: wire.ExposeHeaders,
    maxAge: wire.MaxAgeSeconds,
  };
}

function wireRule({ id, origins, methods: given, headers, exposedHeaders, maxAge }: CorsRule): CORSRule {
  return {
    ID: id,
    AllowedOrigins: [...origins],
    AllowedMethods: [...given],
    AllowedHeaders: headers && [...headers],
    ExposeHeaders: exposedHeaders && [...exposedHeaders],
    MaxAgeSeconds: maxAge,
  };
}

export const corsSetting: Setting<readonly CorsRule[]> = {
  name: 'BucketCors',
  none: 'NoSuchCORSConfiguration',
  check,
  get: async (native, Bucket) => (await native.getBucketCors({ Bucket })).CORSRules?.map(ruleOf),
  put: (native, Bucket, rules) =>
    native.putBucketCors({ Bucket, CORSConfiguration: { CORSRules: rules.map(wireRule) } }),
  delete: (native, Bucket) => native.deleteBucketCors({ Bucket }),
};
