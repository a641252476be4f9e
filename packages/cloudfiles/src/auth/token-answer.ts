import { LoginError } from '../errors/login-error.js';
import { type EndpointInterface, endpointsOfV2, membersOf } from './catalog.js';
import type { Login } from './login.js';

/** What an identity service of the second version answers, and Rackspace's. @throws LoginError */
export function loginOfV2(host: string, body: unknown, wanted: EndpointInterface): Login {
  const access = membersOf(membersOf(body)['access']);
  const { id, expires } = membersOf(access['token']);
  if (typeof id !== 'string') throw new LoginError(host, 'the answer has no token: see whether the address is right');
  const endpoints = endpointsOfV2(access['serviceCatalog'], wanted);
  const ends = new Date(String(expires));
  return { token: id, expires: Number.isNaN(ends.getTime()) ? undefined : ends, endpoints };
}

/** @throws LoginError */
export function withStores(host: string, login: Login): Login {
  if (login.endpoints.length > 0) return login;
  throw new LoginError(host, 'the catalog has no object store; name the tenant that has one');
}
