import { ec2, isEc2RuleError } from '@proj/ec2';

const everywhere = ec2();
const { values, failures } = await everywhere.images().settled(); // what the account owns, in every region
for (const { target, status, error } of failures) console.warn(target.region, status, error.message);

const [image] = values.flat();
if (!image) throw new Error('no image in any region that answered');
console.log(image.region, image.id, image.name, image.architecture, image.creationDate);

await image.share({ userIds: ['963068290131'] });
const { userIds, groups, organizationArns = [] } = await image.permissions();
console.log(userIds, groups, organizationArns); // all who may launch it
await image.unshare({ userIds: ['963068290131'] });

const [sold] = await everywhere.at('us-east-1').images({ owners: ['aws-marketplace'] });
try {
  await sold?.share({ groups: ['all'] });
} catch (error) {
  if (!isEc2RuleError(error)) throw error;
  console.log(error.rule, error.source); // productCodeNotPublic https://docs.aws.amazon.com/…
}
