import type { PeerServer } from './peer.js';

/** What the process of a library can be asked. */
export interface PeerCommands {
  /** Publishes so many events, and has its subscriber's connection killed in the middle. */
  run(setting: PeerSetting): Promise<PeerRun>;
}

/** On what, and how many. */
export interface PeerSetting {
  readonly library: string;
  readonly server: PeerServer;
  readonly events: number;
}

/** What came of it. */
export interface PeerRun {
  /** Publishes that resolved. */
  readonly accepted: number;
  /** Events that were accepted and not received. */
  readonly lost: number;
  /** How many the library said are missing. */
  readonly reported: number;
  readonly duplicates: number;
}
