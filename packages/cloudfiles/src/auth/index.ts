export type { EndpointInterface } from './catalog.js';
export { type CloudsYamlOptions, fromCloudsYaml } from './clouds-yaml.js';
export { fromEnvironment } from './environment.js';
export { keystone } from './keystone.js';
export type { KeystoneOptions } from './keystone-options.js';
export { type KeystoneV2Options, keystoneV2 } from './keystone-v2.js';
export type { Authenticator, Login, RegionEndpoint, SendLogin } from './login.js';
export { type RackspaceOptions, rackspace } from './rackspace.js';
export { type V1Options, v1 } from './v1.js';
