/** Tags in EC2's form. */
function tagSet(tags: Readonly<Record<string, string>>): string {
  const items = Object.entries(tags).map(([key, value]) => `<item><key>${key}</key><value>${value}</value></item>`);
  return `<tagSet>${items.join('')}</tagSet>`;
}

/** A volume's members in EC2's form. */
export function volumeXml(id: string, tags: Readonly<Record<string, string>> = {}): string {
  return (
    `<volumeId>${id}</volumeId><size>8</size><status>available</status><availabilityZone>eu-west-1a</availabilityZone>` +
    `<volumeType>gp3</volumeType><encrypted>false</encrypted>${tagSet(tags)}`
  );
}

/** What of a snapshot a test may choose. */
export interface SnapshotFacts {
  readonly status?: string;
  readonly progress?: string;
  readonly message?: string;
  readonly encrypted?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A snapshot's members in EC2's form. */
export function snapshotXml(id: string, facts: SnapshotFacts = {}): string {
  const { status = 'completed', progress = '', message = '', encrypted = false, tags = {} } = facts;
  return (
    `<snapshotId>${id}</snapshotId><volumeId>vol-1</volumeId><status>${status}</status><progress>${progress}</progress>` +
    `<statusMessage>${message}</statusMessage><ownerId>444455556666</ownerId><volumeSize>8</volumeSize>` +
    `<description>d</description><encrypted>${encrypted}</encrypted>${tagSet(tags)}`
  );
}

/** What of an image a test may choose. */
export interface ImageFacts {
  readonly state?: string;
  readonly reason?: string;
  readonly encrypted?: boolean;
  readonly productCode?: string;
  readonly snapshots?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** An image's members in EC2's form. */
export function imageXml(id: string, facts: ImageFacts = {}): string {
  const { state = 'available', reason, encrypted = false, productCode, snapshots = ['snap-1'], tags = {} } = facts;
  const devices = snapshots.map(
    (snapshot, at) =>
      `<item><deviceName>/dev/sd${'abc'[at]}</deviceName><ebs><snapshotId>${snapshot}</snapshotId><encrypted>${encrypted}</encrypted></ebs></item>`,
  );
  const code = productCode ? `<item><productCode>${productCode}</productCode><type>marketplace</type></item>` : '';
  return (
    `<imageId>${id}</imageId><imageState>${state}</imageState><imageOwnerId>444455556666</imageOwnerId><name>golden</name>` +
    `<creationDate>2026-11-01T02:03:04.000Z</creationDate><isPublic>true</isPublic><architecture>arm64</architecture>` +
    `<description>d</description><productCodes>${code}</productCodes>${tagSet(tags)}` +
    `<blockDeviceMapping>${devices.join('')}<item><deviceName>/dev/sdz</deviceName><virtualName>ephemeral0</virtualName></item>` +
    `</blockDeviceMapping>${reason ? `<stateReason><code>c</code><message>${reason}</message></stateReason>` : ''}`
  );
}

/** A list in EC2's form. */
export function listXml(name: string, items: readonly string[], nextToken?: string): string {
  const token = nextToken === undefined ? '' : `<nextToken>${nextToken}</nextToken>`;
  return `<${name}>${items.map((item) => `<item>${item}</item>`).join('')}</${name}>${token}`;
}
