import { cloudFiles, fromEnvironment } from '@proj/cloudfiles';

// Whoever OS_CLOUD, OS_AUTH_URL and its like, or ST_AUTH name.
const everywhere = await cloudFiles(fromEnvironment());
const logs = await everywhere.at('DFW').createContainer('logs');

const today = logs.object('2026/11/25.json');
await today.put('{"level":"info"}', { contentType: 'application/json', metadata: { host: 'web-1' } });
const { info, text } = await today.get(); // compared to its MD5
console.log(info.contentType, await text());

// The content type is in the listing here, and costs nothing.
for await (const { name, size, contentType } of logs.list({ prefix: '2026/', with: ['size', 'contentType'] })) {
  console.log(name, size, contentType);
}

await today.delete();
console.log(await today.exists());
await everywhere[Symbol.asyncDispose]();
