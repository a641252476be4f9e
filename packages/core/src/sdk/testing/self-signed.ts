/** A certificate that no authority has signed, for another name than this machine's, and its key, which guards nothing. */
export const selfSigned: { readonly key: string; readonly cert: string } = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLsNQhVn5Kq0gB/01
7Fexb5mCsf+OrGva2gjs2ZGGgIKhRANCAATUD8SmJyIRfi1GVyFYrhl+9ZjOtTJ+
YChpdtXSK8NYPOln5Znue1vH3ZD+lE9VtEAjRcvbfLeHmqC4evVVnyUm
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBeDCCAR2gAwIBAgIUOaBuiTWWnubOUVgj0DOjLzksrRYwCgYIKoZIzj0EAwIw
EDEOMAwGA1UEAwwFb3RoZXIwIBcNMjYxMTIyMTIyMDM1WhgPMjEyNjEwMjkxMjIw
MzVaMBAxDjAMBgNVBAMMBW90aGVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
1A/EpiciEX4tRlchWK4ZfvWYzrUyfmAoaXbV0ivDWDzpZ+WZ7ntbx92Q/pRPVbRA
I0XL23y3h5qguHr1VZ8lJqNTMFEwHQYDVR0OBBYEFA8LvnQuWtUU2aqVjwg9RgT2
PE6xMB8GA1UdIwQYMBaAFA8LvnQuWtUU2aqVjwg9RgT2PE6xMA8GA1UdEwEB/wQF
MAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAIpl+Ax11ZlmZtd8oqQdvxUWFr188oTW
/LRg4QGG6zeaAiEAkjWprh1/6exlc7OCnmvP/R/iS92YthHplfp6IUfH1J0=
-----END CERTIFICATE-----
`,
};
