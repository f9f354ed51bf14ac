/** What a module of `scenarios/` exports. Its imports are what is measured. */
export interface Scenario {
  /** Publishes a first event, and resolves when its handler has it. */
  firstEvent(redisUrl: string): Promise<unknown>;
}

/** A service that starts. */
export interface StartupContender {
  readonly name: string;
  /** Its module in `scenarios/`, without its ending. */
  readonly module: string;
  /** Its packages, for the versions. */
  readonly packages: readonly string[];
  /** What it does, and what it does less than others. */
  readonly note: string;
}
