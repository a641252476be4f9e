export type { Codec } from './codecs/codec.js';
export { CodecError, isCodecError } from './codecs/codec-error.js';
export { base64, base64Json, json, raw } from './codecs/codecs.js';
export { DigestError, isDigestError } from './digest-error.js';
export { isMessage, Message } from './message.js';
export type { AttributeInput, TypedAttribute } from './message-attributes.js';
export type { MessageOptions, OutgoingMessage } from './outgoing.js';
export type { ReceiveOptions } from './receive.js';
export type { SendOptions, SentMessage } from './send.js';
