import { flag } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import type { Image } from '../estate/image.js';
import { maySee } from '../estate/shared-resource.js';
import { compileFilters } from '../filters/compile-filters.js';
import { imageFieldsAt } from '../filters/image-fields.js';
import { cutPage, refusePagedIds } from '../paging.js';
import { renderImage } from '../render/render-image.js';
import { ownerAliases } from './image-owners.js';
import type { Ec2Operation } from './operation.js';
import { imageWords } from './resource-ids.js';
import { select, tagsOf } from './select.js';
import { ownerTest, userTest } from './sharing-scopes.js';

const PARAMETERS = [
  ...['ImageId', 'Owner', 'ExecutableBy', 'IncludeDeprecated', 'IncludeDisabled'],
  ...['Filter', 'MaxResults', 'NextToken'],
];

/** Every image that the caller may launch, the public ones of the whole world included, or those asked for. */
export const describeImages: Ec2Operation = {
  name: 'DescribeImages',
  parameters: PARAMETERS,
  run(call) {
    const ids = call.parameters.list('ImageId');
    refusePagedIds(call, ids, 'imagesSet');
    const tests = [
      ownerTest(call, ownerAliases),
      userTest(call, 'ExecutableBy', 'given'),
      currentTest(call),
      compileFilters(call.parameters, imageFieldsAt(call.now), tagsOf(call)),
    ];
    const found = select({
      from: call.estate.images,
      ids,
      words: imageWords,
      visible: (image) => maySee(image, call.account.id),
      leftOut: (id) => isLeftOut(call, id),
      passes: (image) => tests.every((test) => test(image)),
    });
    const page = cutPage(call, { action: 'DescribeImages', over: 'clamp' }, found);
    return (xml) => {
      xml.items('imagesSet', page.rows, (image) => renderImage(xml, image, tagsOf(call)(image), call.now));
      xml.leaf('nextToken', page.nextToken);
    };
  },
};

/** What is deprecated is shown to its owner, and to others when they ask for it. Nothing is ever disabled here. */
function currentTest({ parameters, account, now }: Ec2Call): (image: Image) => boolean {
  const all = flag(parameters, 'IncludeDeprecated') ?? false;
  flag(parameters, 'IncludeDisabled');
  return ({ ownerId, deprecatedAt }) =>
    all || ownerId === account.id || deprecatedAt === undefined || now < deprecatedAt;
}

/** Of images that are gone, and of those that the caller may not launch, EC2 says nothing instead of refusing. */
function isLeftOut({ estate, account }: Ec2Call, id: string): boolean {
  const image = estate.images.get(id);
  return estate.deregisteredImages.has(id) || (image !== undefined && !maySee(image, account.id));
}
