import type { Answer } from '../../../wire/answer.js';
import type { SwiftCall } from '../swift-call.js';
import { nothing } from '../wire/answers.js';

/** Whether a call is one of a browser to a container that is a site. */
export function isWebCall(_: SwiftCall): boolean {
  return false;
}

export async function webAnswer(_: SwiftCall): Promise<Answer> {
  return nothing(404);
}
