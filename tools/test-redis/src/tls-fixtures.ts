import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Which certificate a server shows: the right one, or one of the same CA for another host name. */
export type TlsServerKind = 'right' | 'wrong-host';

/** Test certificates, worth nothing elsewhere (see `tls/README.md`). The CAs are PEM texts, as `tls.connect` and ioredis take them. */
export const tlsFixtures: {
  /** The CA of both servers. */
  readonly ca: string;
  /** A CA that has signed neither. */
  readonly unrelatedCa: string;
  /** The path of the file of `ca`, for programs such as `NODE_EXTRA_CA_CERTS` of a child process. */
  readonly caFile: string;
  /** The paths of the servers' certificates and keys. */
  readonly servers: Readonly<Record<TlsServerKind, { readonly certFile: string; readonly keyFile: string }>>;
} = {
  ca: readFileSync(pathOf('ca.pem'), 'utf8'),
  unrelatedCa: readFileSync(pathOf('unrelated-ca.pem'), 'utf8'),
  caFile: pathOf('ca.pem'),
  servers: {
    right: { certFile: pathOf('right.pem'), keyFile: pathOf('right-key.pem') },
    'wrong-host': { certFile: pathOf('wrong-host.pem'), keyFile: pathOf('wrong-host-key.pem') },
  },
};

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../tls/${name}`, import.meta.url));
}
