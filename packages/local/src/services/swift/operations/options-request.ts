import type { Answer } from '../../../wire/answer.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { corsHeaders } from '../web/cors.js';
import { nothing } from '../wire/answers.js';
import type { SwiftOperation } from './operation.js';

const METHODS = 'OPTIONS, DELETE, PUT, GET, HEAD, POST';

/** Says what may be asked, and to a page of elsewhere whether it may ask. */
export const optionsRequest: SwiftOperation = { name: 'Options', run: tell };

function tell(call: SwiftCall): Answer {
  const methods = call.parts.target.object === undefined ? METHODS : `${METHODS}, COPY`;
  const origin = call.header('origin');
  if (origin === undefined) return nothing(200, { allow: methods });
  const cors = corsHeaders(call);
  if (!cors || call.header('access-control-request-method') === undefined) {
    throw new SwiftError(401, undefined, { headers: { allow: methods } });
  }
  const { 'access-control-expose-headers': _, ...allowed } = cors;
  const answer = nothing(200, {
    ...allowed,
    allow: methods,
    'access-control-allow-methods': methods,
    'access-control-allow-headers': call.header('access-control-request-headers'),
    'access-control-max-age': call.knownContainer?.metadata.get('x-container-meta-access-control-max-age'),
  });
  const { 'content-type': __, ...headers } = answer.headers;
  return { ...answer, headers };
}
