import { type Instance, instanceStates } from '../estate/instance.js';
import { compileFilters, type FilterFields } from '../filters/compile-filters.js';
import { cutPage, refusePagedIds } from '../paging.js';
import { instancePart } from '../render/instance-part.js';
import type { Ec2Operation } from './operation.js';
import { instanceWords } from './resource-ids.js';
import { ownedBy, select, tagsOf } from './select.js';

const fields: FilterFields<Instance> = new Map<string, (instance: Instance) => string | undefined>([
  ['instance-id', ({ id }) => id],
  ['instance-state-name', ({ state }) => state],
  ['instance-state-code', ({ state }) => String(instanceStates[state])],
  ['instance-type', ({ type }) => type],
  ['availability-zone', ({ zone }) => zone],
  ['image-id', ({ imageId }) => imageId],
  ['reservation-id', ({ reservationId }) => reservationId],
  ['owner-id', ({ ownerId }) => ownerId],
  ['private-ip-address', ({ privateIp }) => privateIp],
  ['ip-address', ({ publicIp }) => publicIp],
  ['subnet-id', ({ subnetId }) => subnetId],
  ['vpc-id', ({ vpcId }) => vpcId],
  ['launch-time', ({ launchedAt }) => launchedAt.toISOString()],
  ['block-device-mapping.volume-id', ({ root }) => root?.volumeId],
  ['architecture', () => 'x86_64'],
]);

/** The caller's instances, in the reservations that they were launched by. A page is cut by instances. */
export const describeInstances: Ec2Operation = {
  name: 'DescribeInstances',
  parameters: ['InstanceId', 'Filter', 'MaxResults', 'NextToken'],
  run(call) {
    const ids = call.parameters.list('InstanceId');
    refusePagedIds(call, ids, 'instancesSet');
    const passes = compileFilters(call.parameters, fields, tagsOf(call));
    const found = select({ from: call.estate.instances, ids, words: instanceWords, visible: ownedBy(call), passes });
    const page = cutPage(call, { action: 'DescribeInstances', over: 'refuse' }, found);
    const reservations = byReservation(page.rows);
    return (xml) => {
      xml.items('reservationSet', reservations, ([id, instances]) => {
        xml.leaf('reservationId', id);
        xml.leaf('ownerId', call.account.id);
        xml.branch('groupSet', () => {});
        xml.items('instancesSet', instances, (instance) =>
          xml.part(instancePart(instance, call.estate.region, tagsOf(call)(instance))),
        );
      });
      xml.leaf('nextToken', page.nextToken);
    };
  },
};

function byReservation(instances: readonly Instance[]): ReadonlyMap<string, readonly Instance[]> {
  const reservations = new Map<string, Instance[]>();
  for (const instance of instances) {
    const known = reservations.get(instance.reservationId);
    if (known) known.push(instance);
    else reservations.set(instance.reservationId, [instance]);
  }
  return reservations;
}
