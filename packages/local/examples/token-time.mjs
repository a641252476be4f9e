import { ManualClock, startLocalCloud } from '@proj/local';

const clock = new ManualClock();
const cloud = await startLocalCloud({ clock, swiftTokenTime: 3_600_000 });
const { accessKeyId, secretAccessKey } = cloud.credentials;

const auth = await fetch(`${cloud.endpoint('swift', 'LON')}/auth/v1.0`, {
  headers: { 'x-auth-user': accessKeyId, 'x-auth-key': secretAccessKey },
});
const url = auth.headers.get('x-storage-url') ?? '';
const headers = { 'x-auth-token': auth.headers.get('x-auth-token') ?? '' };

await fetch(`${url}/orders`, { method: 'PUT', headers });
await fetch(`${url}/orders/tea.txt`, { method: 'PUT', headers, body: 'green' });
console.log(await (await fetch(`${url}/orders`, { headers })).text());
clock.advance(3_600_000); // the token's time is over
console.log((await fetch(`${url}/orders`, { headers })).status);
await cloud.close();
