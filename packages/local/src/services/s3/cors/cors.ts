import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import type { Answer } from '../../../wire/answer.js';
import { readableTarget } from '../addressing/target.js';
import { invalidRequest } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { Bucket } from '../store/bucket.js';
import type { Buckets } from '../store/buckets.js';
import { type Headers, nothing } from '../wire/answers.js';
import { type CorsRule, type CorsWish, corsRules, ruleFor } from './cors-rules.js';

/** What a preflight hears: the headers of the rule that lets its page in. Throws {@link S3Error} when none does. */
export function preflight(bucket: Bucket | undefined, headers: ReadonlyMap<string, string>): Headers {
  const [origin, method] = [headers.get('origin'), headers.get('access-control-request-method')];
  if (origin === undefined || method === undefined) {
    throw invalidRequest('Insufficient information. Origin request header needed.');
  }
  const asked = (headers.get('access-control-request-headers') ?? '').split(',').map((name) => name.trim());
  const wish = { origin, method, headers: asked.filter((name) => name !== '') };
  const rule = bucket && ruleFor(corsRules(bucket), wish);
  if (!rule) {
    const message =
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";
    throw new S3Error('AccessForbidden', message, 403, { details: { Method: method, ResourceType: 'BUCKET' } });
  }
  return { ...corsHeaders(rule, wish), 'access-control-allow-headers': wish.headers.join(', ') || undefined };
}

/** The answer to a preflight. */
export function corsAnswer(headers: Headers): Answer {
  return nothing(200, headers);
}

/** The answer, with what lets the page read it that asked for it, if a rule of the bucket lets it. */
export function withCors(answer: Answer, request: ReceivedRequest, buckets: Buckets): Answer {
  const origin = headerOf(request, 'origin');
  if (origin === undefined || request.method === 'OPTIONS') return answer;
  const bucket = buckets.find(readableTarget(request)?.bucket ?? '');
  const wish = { origin, method: request.method, headers: [] };
  const rule = bucket && ruleFor(corsRules(bucket), wish);
  return rule ? { ...answer, headers: { ...answer.headers, ...corsHeaders(rule, wish) } } : answer;
}

function corsHeaders(rule: CorsRule, { origin }: CorsWish): Record<string, string> {
  const open = rule.origins.includes('*');
  return {
    'access-control-allow-origin': open ? '*' : origin,
    'access-control-allow-methods': rule.methods.join(', '),
    ...(open ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(rule.exposed.length > 0 ? { 'access-control-expose-headers': rule.exposed.join(', ') } : {}),
    ...(rule.maxAge === undefined ? {} : { 'access-control-max-age': rule.maxAge }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}
