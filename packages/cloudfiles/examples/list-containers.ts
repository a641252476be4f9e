import { cloudFiles, fromEnvironment } from '@proj/cloudfiles';

// Whoever OS_CLOUD, OS_AUTH_URL and its like, or ST_AUTH name.
await using everywhere = await cloudFiles(fromEnvironment());
for (const [region, containers] of await everywhere.containers().byRegion()) {
  console.log(region, containers.map(({ name }) => name).join(', '));
}
