/** What the process that tries plans can be asked. */
export interface LawsCommands {
  /** Tries random plans on both buses. */
  keep(setting: LawsSetting): Promise<LawsKept>;
  /** The same with plans for durable channels. */
  keepDurable(setting: LawsSetting): Promise<LawsKept>;
}

/** On what, and how many. */
export interface LawsSetting {
  readonly url: string;
  readonly plans: number;
  readonly withinMs: number;
}

/** What came of it. */
export interface LawsKept {
  /** How many plans were carried out, on each bus. */
  readonly plans: number;
  /** Where a bus did not keep a law, with the plan and the seed. */
  readonly divergences: readonly string[];
}
