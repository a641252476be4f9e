import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudFiles, keystone } from '@proj/cloudfiles';

// A Keystone and a Swift of two regions on this machine, so that this runs anywhere; in your code, log in to the real ones.
const server = createServer(({ url }, response) => {
  const swift = (region: string) => ({ interface: 'public', region, url: `${address}/${region}` });
  const catalog = [{ type: 'object-store', endpoints: [swift('north'), swift('south')] }];
  if (url === '/v3/auth/tokens') response.setHeader('x-subject-token', 'a-token');
  response.end(
    JSON.stringify(url === '/v3/auth/tokens' ? { token: { catalog } } : [{ name: 'first', count: 2, bytes: 12 }]),
  );
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const everywhere = await cloudFiles(keystone({ authUrl: address, userId: 'reports', password: 'a-password' }));
for (const [region, containers] of await everywhere.containers().byRegion()) {
  console.log(region, containers.map(({ name, listed }) => `${name}: ${listed?.objects} objects`).join(', '));
}
await everywhere[Symbol.asyncDispose]();
server.close();
