export { Account } from './account.js';
export type { AccountAccess } from './account-access.js';
export type { AccountInfo } from './account-info.js';
export type { ClusterInfo } from './cluster-info.js';
export type { ContainersOptions, ListedContainer } from './list-containers.js';
