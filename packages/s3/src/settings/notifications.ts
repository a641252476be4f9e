import type { Event, NotificationConfigurationFilter, NotificationConfiguration as Wire } from '@aws-sdk/client-s3';
import { checkUnique, refuseIf } from '../calls/check-value.js';
import type { Setting } from './setting.js';

/**
 * Who is told of what happens to which objects.
 *
 * @example
 * ```ts
 * const notification: Notification = {
 *   arn: 'arn:aws:sqs:eu-west-1:111122223333:uploads',
 *   events: ['s3:ObjectCreated:*'],
 *   suffix: '.csv',
 * };
 * ```
 */
export interface Notification {
  /** Of the queue, topic or function. */
  readonly arn: string;
  readonly events: readonly Event[];
  /** @defaultValue S3 makes one up */
  readonly id?: string | undefined;
  /** Only keys that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
  /** Only keys that end with this. @defaultValue all */
  readonly suffix?: string | undefined;
}

/** All that a bucket tells, and whom. */
export interface Notifications {
  readonly queues?: readonly Notification[] | undefined;
  readonly topics?: readonly Notification[] | undefined;
  readonly lambdas?: readonly Notification[] | undefined;
  /** Whether EventBridge is told of everything. @defaultValue false */
  readonly eventBridge?: boolean | undefined;
}

const services = { queues: 'sqs', topics: 'sns', lambdas: 'lambda' } as const;

function check(notifications: Notifications): void {
  const kinds = Object.entries(services) as [keyof typeof services, string][];
  const all = kinds.flatMap(([kind]) => notifications[kind] ?? []);
  checkUnique(
    'setNotifications: the id',
    all.map(({ id }) => id),
  );
  for (const [kind, service] of kinds) {
    for (const { arn, events } of notifications[kind] ?? []) {
      const isOne = String(arn).split(':')[2] === service;
      refuseIf(!isOne, `setNotifications: ${JSON.stringify(arn)} among ${kind} is no ARN of ${service}`);
      refuseIf(events.length === 0, `setNotifications: of which events is ${arn} told? give one at least`);
    }
  }
}

interface WireNotification {
  readonly Id?: string | undefined;
  readonly Events: Event[] | undefined;
  readonly Filter?: NotificationConfigurationFilter | undefined;
}

/** S3 gives the rules' names as `Prefix` and takes them as `prefix`. */
function notificationOf(arn: string | undefined, { Id, Events, Filter }: WireNotification): Notification {
  const rules = Filter?.Key?.FilterRules ?? [];
  const ruleOf = (name: string) => rules.find(({ Name }) => Name?.toLowerCase() === name)?.Value || undefined;
  return { arn: arn ?? '', events: Events ?? [], id: Id, prefix: ruleOf('prefix'), suffix: ruleOf('suffix') };
}

function wireNotification({ id, events, prefix, suffix }: Notification): {
  Id: string | undefined;
  Events: Event[];
  Filter: NotificationConfigurationFilter | undefined;
} {
  const FilterRules = [
    ...(prefix === undefined ? [] : [{ Name: 'prefix' as const, Value: prefix }]),
    ...(suffix === undefined ? [] : [{ Name: 'suffix' as const, Value: suffix }]),
  ];
  return { Id: id, Events: [...events], Filter: FilterRules.length === 0 ? undefined : { Key: { FilterRules } } };
}

function notificationsOf(wire: Omit<Wire, '$metadata'>): Notifications | undefined {
  const queues = wire.QueueConfigurations?.map((each) => notificationOf(each.QueueArn, each));
  const topics = wire.TopicConfigurations?.map((each) => notificationOf(each.TopicArn, each));
  const lambdas = wire.LambdaFunctionConfigurations?.map((each) => notificationOf(each.LambdaFunctionArn, each));
  const eventBridge = wire.EventBridgeConfiguration !== undefined;
  const isNone = !eventBridge && [queues, topics, lambdas].every((list = []) => list.length === 0);
  return isNone ? undefined : { queues, topics, lambdas, eventBridge };
}

function wireNotifications({ queues, topics, lambdas, eventBridge }: Notifications): Wire {
  return {
    QueueConfigurations: queues?.map((each) => ({ QueueArn: each.arn, ...wireNotification(each) })),
    TopicConfigurations: topics?.map((each) => ({ TopicArn: each.arn, ...wireNotification(each) })),
    LambdaFunctionConfigurations: lambdas?.map((each) => ({
      LambdaFunctionArn: each.arn,
      ...wireNotification(each),
    })),
    EventBridgeConfiguration: eventBridge ? {} : undefined,
  };
}

export const notificationsSetting: Setting<Notifications> = {
  name: 'BucketNotificationConfiguration',
  check,
  get: async (native, Bucket) => notificationsOf(await native.getBucketNotificationConfiguration({ Bucket })),
  put: (native, Bucket, notifications) =>
    native.putBucketNotificationConfiguration({
      Bucket,
      NotificationConfiguration: wireNotifications(notifications),
    }),
  delete: (native, Bucket) => native.putBucketNotificationConfiguration({ Bucket, NotificationConfiguration: {} }),
};
