import { headerOf, type ReceivedRequest } from '../http/received-request.js';
import { type Answer, jsonAnswer } from '../wire/answer.js';
import type { ApiError } from '../wire/api-error.js';
import { notServed } from '../wire/not-served.js';
import { queryError } from './query/query-error.js';
import type { Invocation, Service } from './service.js';

/** A service that the cloud does not have: whatever it is asked, it says what is served, in the form that it was asked in. */
export class UnservedService implements Service {
  readonly name: string;
  readonly #error: ApiError;
  readonly #json: boolean;

  constructor(name: string, served: readonly string[], request: ReceivedRequest) {
    this.name = name;
    this.#error = notServed(`the service ${name}`, `, only ${served.join(', ')}`);
    this.#json = isJson(request);
  }

  read(request: ReceivedRequest): Invocation {
    return {
      // JSON names it as `AmazonSQS.ListQueues`.
      action: headerOf(request, 'x-amz-target')?.split('.').at(-1),
      bucket: { name: this.name, capacity: Number.POSITIVE_INFINITY, refillPerSecond: 0 },
      answer: () => {
        throw this.#error;
      },
    };
  }

  errorAnswer(error: ApiError, requestId: string): Answer {
    if (!this.#json) return queryError(error, requestId);
    const body = { __type: error.code, message: error.message };
    return jsonAnswer(error.status, requestId, body, { 'content-type': 'application/x-amz-json-1.0' });
  }

  refusal(): ApiError {
    return this.#error;
  }

  throttled(): ApiError {
    return this.#error;
  }
}

function isJson(request: ReceivedRequest): boolean {
  const type = headerOf(request, 'content-type') ?? '';
  return request.headers.has('x-amz-target') || /^application\/(?:x-amz-)?json\b/i.test(type);
}
