import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sdb } from '@proj/sdb';

// Two regions on this machine, so that this runs anywhere; in your code, give the addresses of the real ones.
const server = createServer(({ url = '' }, response) => {
  response.end(url.includes('marker=') ? '[]' : '[{ "name": "first" }, { "name": "second" }]');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const everywhere = sdb({
  endpoints: { north: `http://127.0.0.1:${port}/north`, south: `http://127.0.0.1:${port}/south` },
});
for (const [region, domains] of await everywhere.domains().byRegion()) {
  console.log(region, domains.map(({ id }) => id).join(', '));
}
server.closeAllConnections();
server.close();
