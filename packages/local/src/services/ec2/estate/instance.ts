import type { Resource } from './resource.js';

/** The states of an instance, with EC2's numbers for them. */
export const instanceStates = { running: 16, stopped: 80 } as const;

/** A state of an instance. */
type InstanceState = keyof typeof instanceStates;

/** The volume that an instance boots from. */
interface RootDevice {
  readonly device: string;
  readonly volumeId: string;
}

/** An EC2 instance. */
export interface Instance extends Resource {
  readonly reservationId: string;
  readonly imageId: string;
  readonly type: string;
  readonly state: InstanceState;
  readonly zone: string;
  readonly launchedAt: Date;
  readonly privateIp: string;
  readonly publicIp: string | undefined;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly networkInterfaceId: string;
  readonly securityGroupId: string;
  /** Absent for one that boots from its instance store. */
  readonly root: RootDevice | undefined;
}
