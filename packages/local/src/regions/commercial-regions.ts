import type { Region } from './region.js';

const ALWAYS_ON = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

const OPT_IN = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'me-west-1',
  'mx-central-1',
  'sa-west-1',
];

/**
 * Every region of the `aws` partition as of November 2026 (the partition table of `@aws-sdk/core` 3.981.0); those that
 * need opting in are opted in.
 */
export const commercialRegions: readonly Region[] = [
  ...ALWAYS_ON.map((name): Region => ({ name, optIn: 'opt-in-not-required' })),
  ...OPT_IN.map((name): Region => ({ name, optIn: 'opted-in' })),
].sort((a, b) => (a.name < b.name ? -1 : 1));
