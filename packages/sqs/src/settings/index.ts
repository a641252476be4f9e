export type { QueueAttributes, QueueCounts } from './queue-attributes.js';
export type { Policy, QueueSettings, RedriveAllowPolicy, RedrivePolicy } from './queue-settings.js';
