import type { ReceivedRequest } from '../../../http/received-request.js';
import type { Invocation } from '../../service.js';
import type { Place } from '../door/place.js';
import { SwiftError } from '../swift-error.js';
import type { SwiftWorld } from '../swift-world.js';

export function cdnInvocation(_: ReceivedRequest, __: Place, ___: SwiftWorld): Invocation {
  throw new SwiftError(404);
}
