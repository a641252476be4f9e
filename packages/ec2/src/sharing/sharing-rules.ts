import type { Ec2Rule } from '../errors/rules.js';

/** Why something cannot be public: a rule of AWS, what it has that the rule is about, and where AWS says so. */
export interface NotPublic {
  readonly rule: Ec2Rule;
  readonly because: string;
  readonly source: string;
}

/** What AWS lets one thing be shared with. */
export interface SharingRules {
  /** AWS's page on changing the permissions, and the one on a permission. */
  readonly page: string;
  readonly permissionPage: string;
  /** How many changes a call may make, where AWS says it. */
  readonly mostChanges?: number | undefined;
  /** Whether organizations and their units may be named. */
  readonly organizations: boolean;
  /** Absent when it may be public. */
  readonly notPublic?: NotPublic | undefined;
}
