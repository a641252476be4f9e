#!/usr/bin/env node
// The SDK prints its word on Node's version when it loads: to whoever builds on it, not to whoever lists volumes.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

// Where Node can (22.1 and later), what it has compiled is kept: loading a client is most of a short command.
const { default: nodeModule } = await import('node:module');
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { runProcess } = await import('./command/run-process.js');
await runProcess(process.argv.slice(2));

export {};
