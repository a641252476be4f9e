import { EC2 } from '@aws-sdk/client-ec2';

let answer: Buffer = Buffer.alloc(0);

/** A client whose only request under way is answered with {@link answer}. */
const ec2 = new EC2({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  requestHandler: { handle: async () => ({ response: { statusCode: 200, headers: {}, body: answer } }) } as never,
});

/** Lets the SDK read an answer of DescribeTags, and gives the value of its one tag. */
export async function readByTheSdk(body: Buffer): Promise<string | undefined> {
  answer = body;
  return (await ec2.describeTags({})).Tags?.[0]?.Value;
}
