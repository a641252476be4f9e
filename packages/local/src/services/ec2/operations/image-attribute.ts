import { ApiError } from '../../../wire/api-error.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';
import type { Image } from '../estate/image.js';
import { renderGrants } from '../render/render-grants.js';
import { renderProductCodes } from '../render/render-image.js';

type Write = (xml: XmlWriter, image: Image) => void;

/** An attribute that is one value, which may be absent. */
const value =
  (name: string, read: (image: Image) => string | undefined): Write =>
  (xml, image) =>
    xml.branch(name, () => xml.leaf('value', read(image)));

const none = (): undefined => undefined;

/** How each attribute of an image is described, by the name that requests give it. */
const attributes: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['launchPermission', (xml, { grants }) => renderGrants(xml, 'launchPermission', grants)],
  ['productCodes', renderProductCodes],
  ['description', value('description', ({ description }) => description)],
  ['bootMode', value('bootMode', ({ bootMode }) => bootMode)],
  ['imdsSupport', value('imdsSupport', ({ imdsSupport }) => imdsSupport)],
  ['sriovNetSupport', value('sriovNetSupport', () => 'simple')],
  ['deregistrationProtection', value('deregistrationProtection', () => 'disabled')],
  ...['kernel', 'ramdisk', 'tpmSupport', 'uefiData', 'lastLaunchedTime'].map((name): [string, Write] => [
    name,
    value(name, none),
  ]),
]);

/** Writes one attribute. Throws {@link ApiError} for one that there is not, or that EC2 no longer shows. */
export function attributeWriter(name: string): Write {
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageAttribute.html: it is deprecated, and ends so.
  if (name === 'blockDeviceMapping') {
    throw new ApiError('AuthFailure', 'Unauthorized attempt to access restricted resource');
  }
  const write = attributes.get(name);
  if (write) return write;
  throw new ApiError('InvalidParameterValue', `Value (${name}) for parameter attribute is invalid. Unknown attribute.`);
}
