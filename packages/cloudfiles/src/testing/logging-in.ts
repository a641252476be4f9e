import type { Authenticator, Login, LoginAnswer, LoginRequest } from '../auth/login.js';
import { LoginError } from '../errors/login-error.js';

/** What somebody sends to log in, and what comes of it: each answer is given once. */
export async function loggingIn(
  auth: Authenticator,
  ...answers: readonly Partial<LoginAnswer>[]
): Promise<{ readonly login: Login; readonly sent: readonly LoginRequest[] }> {
  const sent: LoginRequest[] = [];
  const left = [...answers];
  const login = await auth.login(async (request) => {
    sent.push(request);
    const answer = left.shift();
    if (answer === undefined) throw new LoginError('nowhere', 'the test has no more answers');
    return { headers: {}, body: undefined, ...answer };
  });
  return { login, sent };
}
