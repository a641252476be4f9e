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

/** A list in EC2's form. */
export function listXml(name: string, items: readonly string[], nextToken?: string): string {
  const token = nextToken === undefined ? '' : `<nextToken>${nextToken}</nextToken>`;
  return `<${name}>${items.map((item) => `<item>${item}</item>`).join('')}</${name}>${token}`;
}
