// A client of Swift whose token is revoked while it works, and which asks for another.
import { startLocalCloud } from '@proj/local';

const cloud = await startLocalCloud();
const { accessKeyId: username, secretAccessKey: apiKey } = cloud.credentials;
const identity = `${cloud.url}/identity/v2.0/tokens`;

async function authenticate() {
  const auth = { 'RAX-KSKEY:apiKeyCredentials': { username, apiKey } };
  const answer = await fetch(identity, { method: 'POST', body: JSON.stringify({ auth }) });
  const { access } = await answer.json();
  const files = access.serviceCatalog.find(({ name }) => name === 'cloudFiles');
  const { publicURL } = files.endpoints.find(({ region }) => region === 'ORD');
  return { url: publicURL, headers: { 'x-auth-token': access.token.id } };
}

let { url, headers } = await authenticate();
await fetch(`${url}/orders`, { method: 'PUT', headers });
await fetch(identity, { method: 'DELETE', headers });

let answer = await fetch(`${url}/orders/tea.txt`, { method: 'PUT', headers, body: 'green' });
console.log('with the old token:', answer.status);
({ url, headers } = await authenticate());
answer = await fetch(`${url}/orders/tea.txt`, { method: 'PUT', headers, body: 'green' });
console.log('with a new one:', answer.status);
await cloud.close();
