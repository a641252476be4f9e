#!/usr/bin/env node
// The SDK prints its word on Node's version when it loads: to whoever builds on it, not to whoever lists volumes.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const { runProcess } = await import('./command/run-process.js');
await runProcess(process.argv.slice(2));

export {};
