import type { Resource } from './resource.js';

/** A virtual private cloud: each account's default one. */
export interface Vpc extends Resource {
  readonly cidrBlock: string;
  readonly dhcpOptionsId: string;
  readonly associationId: string;
}
