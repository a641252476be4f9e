export type { DeleteManyOptions, DeleteOutcome } from '../deleting/delete-many.js';
export type { Existence } from '../headers/existence.js';
export type { ReversedOptions, ReversedRow } from '../listing/reversed.js';
export type { ObjectVersion, VersionsOptions } from '../listing/versions.js';
export { type Acl, type AclEntry, isSameAcl, parseAcl, writeAcl } from './acl.js';
export { Container, isContainer } from './container.js';
export type { ContainerInfo } from './container-info.js';
export type { ContainerSettings, ContainerWebsite } from './container-settings.js';
export type { CreateContainerOptions } from './create-container.js';
