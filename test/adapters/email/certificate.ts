/**
 * A certificate for localhost that is its own authority, from 2020 to 2120, and its key: for mail servers in tests. It
 * protects nothing. To make another: `openssl ca -selfsign` with `-startdate`, so that no test depends on the day.
 */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABB1hDDqgmksObIDr
1IWbr7U4HwPsoUwAP5qWimxsI5hT5Nj24aoxyiXB3lJRhOdpZ6cORy8tZ5vE5ubE
/Ckhm9WjTjBMMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0
hwR/AAABMB0GA1UdDgQWBBTJm4nyf+yK9dDcbpninzrNwZur0TAKBggqhkjOPQQD
AgNHADBEAiAbnN23pg0//kx7DU4R7d7ttosgP1G5aOHPP1kScqtWUgIgBaumRexm
R7xmK7kDfCySKiMTNu1hrGC9sLCs71k9g3s=
-----END CERTIFICATE-----`;

export const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg5iypStGVqXAFn/fu
vblSg6TxnBAsDXjJK0/Z9jfQ+CWhRANCAAQdYQw6oJpLDmyA69SFm6+1OB8D7KFM
AD+alopsbCOYU+TY9uGqMcolwd5SUYTnaWenDkcvLWebxObmxPwpIZvV
-----END PRIVATE KEY-----`;
