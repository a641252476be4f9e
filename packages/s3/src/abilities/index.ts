export type { S3Abilities, VersionsAbility } from './s3-abilities.js';
