import { type MethodKind, methodsOf, streamsOf } from './method-kinds.js';
import { isSdkClient, signingNameOf } from './sdk-client.js';

/** What a service tells of all of its kind. */
export interface Learned {
  /** The name that a client signs for, else that of the class. */
  readonly service: string;
  readonly isClient: boolean;
  readonly methods: ReadonlyMap<string, MethodKind>;
}

/** What there is to learn from one service. */
export function learnedFrom(service: object): Learned {
  const { constructor: made } = service as { readonly constructor?: { readonly name: string } };
  const isClient = isSdkClient(service);
  return {
    service: (isClient ? signingNameOf(service) : undefined) ?? made?.name ?? 'service',
    isClient,
    methods: methodsOf(service, { isClient, streams: streamsOf(made) }),
  };
}
