import { afterEach, beforeEach } from 'vitest';

/** Gives each test of the file an environment without AWS settings but these, and puts the old one back. */
export function environmentOfItsOwn(settings: () => Readonly<Record<string, string>> = () => ({})): void {
  let before: NodeJS.ProcessEnv = {};
  beforeEach(() => {
    before = { ...process.env };
    for (const name of Object.keys(process.env))
      if (/^(AWS_|NO_COLOR|FORCE_COLOR)/.test(name)) delete process.env[name];
    Object.assign(process.env, { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null', ...settings() });
    process.env['TERM'] = 'xterm';
    process.env['XDG_CACHE_HOME'] = '/dev/null/no-cache';
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/dev/null';
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  });
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
}
