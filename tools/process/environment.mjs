/**
 * What an outer npm writes for itself. A nested `npm install` that inherits them under `npm --prefix` loses the user's
 * own settings (registry, certificates) and hangs for minutes.
 */
const outerNpm = new Set([
  'npm_config_globalconfig',
  'npm_config_prefix',
  'npm_config_local_prefix',
  'npm_config_global_prefix',
]);

/** Telemetry, update notices and the SDK's Node-version warning: off in everything we start. */
const quiet = {
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  npm_config_update_notifier: 'false',
};

/**
 * The environment for a child process.
 * @param {NodeJS.ProcessEnv} [own]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(own = process.env) {
  const kept = Object.entries(own).filter(([name]) => !outerNpm.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...quiet };
}
