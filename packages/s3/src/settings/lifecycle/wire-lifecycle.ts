import type { LifecycleRuleFilter, Tag, LifecycleRule as WireRule } from '@aws-sdk/client-s3';
import { tagsOf, wireTags } from '../tag-set.js';
import type { LifecycleFilter, LifecycleRule, LifecycleTime } from './lifecycle.js';

/** A rule as S3 sends it. */
export function ruleOf(wire: WireRule): LifecycleRule {
  const { NoncurrentVersionExpiration: noncurrent, NoncurrentVersionTransitions: noncurrents } = wire;
  return {
    id: wire.ID,
    enabled: wire.Status === 'Enabled',
    filter: filterOf(wire),
    expiration: expirationOf(wire.Expiration),
    transitions: wire.Transitions?.map((each) => ({
      ...timeOf(each),
      storageClass: each.StorageClass ?? 'GLACIER',
    })),
    noncurrentExpiration: noncurrent && {
      days: noncurrent.NoncurrentDays ?? 0,
      keep: noncurrent.NewerNoncurrentVersions,
    },
    noncurrentTransitions: noncurrents?.map((each) => ({
      days: each.NoncurrentDays ?? 0,
      keep: each.NewerNoncurrentVersions,
      storageClass: each.StorageClass ?? 'GLACIER',
    })),
    abortUploadsAfter: wire.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
  };
}

/** The filter stands alone, in an `And`, or, in rules of before 2016, as a prefix of the rule. */
function filterOf({ Filter, Prefix }: WireRule): LifecycleFilter | undefined {
  const { And, Tag } = Filter ?? {};
  const wire = And ?? Filter;
  const tags: readonly Tag[] | undefined = And?.Tags ?? (Tag && [Tag]);
  const prefix = wire?.Prefix ?? Prefix;
  const filter = {
    prefix: prefix === '' ? undefined : prefix,
    tags: tags && tagsOf(tags),
    largerThan: wire?.ObjectSizeGreaterThan,
    smallerThan: wire?.ObjectSizeLessThan,
  };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}

function timeOf(wire: { readonly Days?: number | undefined; readonly Date?: Date | undefined }): LifecycleTime {
  return wire.Date === undefined ? { days: wire.Days ?? 0 } : { date: wire.Date };
}

function expirationOf(wire: WireRule['Expiration']): LifecycleRule['expiration'] {
  if (wire === undefined) return undefined;
  return wire.ExpiredObjectDeleteMarker ? { deleteMarkers: true } : timeOf(wire);
}

/** A rule as S3 takes it. */
export function wireRule(rule: LifecycleRule): WireRule {
  const { expiration, noncurrentExpiration, abortUploadsAfter } = rule;
  return {
    ID: rule.id,
    Status: (rule.enabled ?? true) ? 'Enabled' : 'Disabled',
    Filter: wireFilter(rule.filter ?? {}),
    Expiration: expiration && wireExpiration(expiration),
    Transitions: rule.transitions?.map((each) => ({ ...wireTime(each), StorageClass: each.storageClass })),
    NoncurrentVersionExpiration: noncurrentExpiration && wireNoncurrent(noncurrentExpiration),
    NoncurrentVersionTransitions: rule.noncurrentTransitions?.map((each) => ({
      ...wireNoncurrent(each),
      StorageClass: each.storageClass,
    })),
    AbortIncompleteMultipartUpload:
      abortUploadsAfter === undefined ? undefined : { DaysAfterInitiation: abortUploadsAfter },
  };
}

/** One condition stands alone; several stand in an `And`. */
function wireFilter({ prefix, tags, largerThan, smallerThan }: LifecycleFilter): LifecycleRuleFilter {
  const tagSet = wireTags(tags ?? {});
  const [tag] = tagSet;
  const rest = { ObjectSizeGreaterThan: largerThan, ObjectSizeLessThan: smallerThan };
  const others = [prefix, largerThan, smallerThan].filter((value) => value !== undefined).length;
  if (others + tagSet.length > 1) return { And: { Prefix: prefix, Tags: tag && tagSet, ...rest } };
  if (tag !== undefined) return { Tag: tag };
  return others === 0 ? { Prefix: '' } : { Prefix: prefix, ...rest };
}

function wireTime(time: LifecycleTime): { Date: Date } | { Days: number } {
  return 'date' in time ? { Date: time.date } : { Days: time.days };
}

function wireExpiration(expiration: NonNullable<LifecycleRule['expiration']>): WireRule['Expiration'] {
  return 'deleteMarkers' in expiration ? { ExpiredObjectDeleteMarker: true } : wireTime(expiration);
}

function wireNoncurrent({ days, keep }: { readonly days: number; readonly keep?: number | undefined }): {
  NoncurrentDays: number;
  NewerNoncurrentVersions: number | undefined;
} {
  return { NoncurrentDays: days, NewerNoncurrentVersions: keep };
}
