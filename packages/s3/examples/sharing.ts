import { isUnsupportedError } from '@proj/core/store';
import { s3 } from '@proj/s3';

const everywhere = s3();
const site = await everywhere.createBucket('example-site', { region: 'eu-west-1' });
await site.setCors([{ origins: ['https://example.com'], methods: ['GET', 'PUT'], headers: ['*'], maxAge: 3_600 }]);
await site.setLifecycle({ rules: [{ id: 'uploads', filter: { prefix: 'uploads/' }, expiration: { days: 7 } }] });

// Whoever has this can put one text there, for ten minutes, without credentials.
const object = site.object('uploads/a.txt');
const { url, method, headers } = await object.signedUrl({ method: 'PUT', contentType: 'text/plain', expiresIn: 600 });
const { status } = await fetch(url, { method, headers, body: 'hello' });
console.log(status, (await object.head()).contentType);

// Whether there are ACLs depends on the bucket: none can be set that was not asked for.
try {
  const rights = await object.require('objectAcl');
  await rights.setAcl('public-read');
} catch (error) {
  if (!isUnsupportedError(error)) throw error;
  console.log(error.message);
}

await object.delete();
await site.delete();
