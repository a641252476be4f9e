import { required } from '../../query/read-parameters.js';
import { attributeWriter } from './image-attribute.js';
import type { Ec2Operation } from './operation.js';
import { ownImage } from './owned.js';

/** One attribute of one of the caller's images: with whom it is shared, above all. */
export const describeImageAttribute: Ec2Operation = {
  name: 'DescribeImageAttribute',
  parameters: ['ImageId', 'Attribute'],
  run(call) {
    const write = attributeWriter(required(call.parameters, 'Attribute'));
    const image = ownImage(call);
    return (xml) => {
      xml.leaf('imageId', image.id);
      write(xml, image);
    };
  },
};
