import type { XmlWriter } from '../../../wire/xml-writer.js';
import type { Instance } from '../estate/instance.js';

/** The security groups, as instances and their interfaces both show them. */
export function renderGroups(xml: XmlWriter, instance: Instance): void {
  xml.items('groupSet', [instance.securityGroupId], (id) => {
    xml.leaf('groupId', id);
    xml.leaf('groupName', 'default');
  });
}
