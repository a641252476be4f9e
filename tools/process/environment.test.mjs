import { expect, test } from 'vitest';
import { childEnvironment } from './environment.mjs';
import { npmCommand } from './npm.mjs';

test("an outer npm's own settings are not handed on, the user's are", () => {
  const child = childEnvironment({
    npm_config_globalconfig: '/x',
    NPM_CONFIG_PREFIX: '/x',
    npm_config_local_prefix: '/x',
    npm_config_global_prefix: '/x',
    npm_config_registry: 'kept',
    PATH: '/bin',
  });
  expect(Object.keys(child).filter((name) => /prefix|globalconfig/i.test(name))).toEqual([]);
  expect(child).toMatchObject({ npm_config_registry: 'kept', PATH: '/bin' });
});

test('telemetry and the Node-version warning are off, whatever was set', () => {
  expect(childEnvironment({ TURBO_TELEMETRY_DISABLED: '0' })).toMatchObject({
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  });
});

test('the npm that started us is used again; another package manager is not mistaken for it', () => {
  expect(npmCommand({ npm_execpath: '/n/npm-cli.js' })).toEqual([process.execPath, '/n/npm-cli.js']);
  expect(npmCommand({ npm_execpath: '/y/yarn.js' }).at(-1)).toBe('npm');
});
