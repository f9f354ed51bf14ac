/** A library that carries events through Redis, set up as its own documentation shows. */
export interface Peer {
  publish(n: number): Promise<unknown>;
  /** Resolves when events will arrive. */
  subscribe(receive: (n: number) => void): Promise<unknown>;
  /** How many events it has said are missing. */
  reported(): number;
  close(): Promise<unknown>;
}

/** Where Redis is. */
export interface PeerServer {
  readonly host: string;
  readonly port: number;
  readonly password: string;
}

/** Makes one. */
export type OpenPeer = (server: PeerServer) => Promise<Peer>;

/** For libraries that never say that anything is missing. */
export function nothing(): number {
  return 0;
}
