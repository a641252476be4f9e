/** Node's codes for: nobody there, connection lost, no name, no route. */
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EPROTO'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
]);
/** OpenSSL's and Node's codes for a certificate or handshake that failed: https://nodejs.org/api/tls.html#x509-certificate-error-codes. */
const tls = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/;
const depth = 5;

/** Whether an error, or what caused it, is of the connection and not of the service. */
export function isTransportError(error: unknown, level = 0): boolean {
  if (typeof error !== 'object' || error === null || level > depth) return false;
  const { code, cause, errors, message } = error as {
    code?: unknown;
    cause?: unknown;
    errors?: unknown;
    message?: unknown;
  };
  if (typeof code === 'string' && (codes.has(code) || tls.test(code))) return true;
  if (typeof message === 'string' && message.includes('without establishing a connection')) return true;
  return (
    isTransportError(cause, level + 1) ||
    (Array.isArray(errors) && errors.some((one) => isTransportError(one, level + 1)))
  );
}
