export type { MessageHandler } from './consume.js';
export type { ConsumeEvent, ConsumeReport } from './consume-event.js';
export type { ConsumeOptions } from './consume-options.js';
