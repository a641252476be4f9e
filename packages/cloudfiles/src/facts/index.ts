import type { CloudFilesFacts } from './cloud-files-facts.js';
import type { SwiftFacts } from './swift-facts.js';

export { type CloudFilesFacts, cloudFilesFacts } from './cloud-files-facts.js';
export { type SwiftFacts, swiftFacts } from './swift-facts.js';

/** The facts of either dialect. */
export type StoreFacts = SwiftFacts | CloudFilesFacts;
