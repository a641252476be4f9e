import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudfiles } from '@proj/cloudfiles';

// Two regions on this machine, so that this runs anywhere; in your code, give the addresses of the real ones.
const server = createServer(({ url = '' }, response) => {
  response.end(url.includes('marker=') ? '[]' : '[{ "name": "first" }, { "name": "second" }]');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const everywhere = cloudfiles({
  endpoints: { north: `http://127.0.0.1:${port}/north`, south: `http://127.0.0.1:${port}/south` },
});
for (const [region, containers] of await everywhere.containers().byRegion()) {
  console.log(region, containers.map(({ id }) => id).join(', '));
}
server.closeAllConnections();
server.close();
