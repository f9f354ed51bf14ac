/** An entry that is put into a log past every bus. */
export interface RawEntry {
  /** The channel's name. */
  readonly channel: string;
  /** Whether the channel has a key. The entry goes to partition 0 either way. */
  readonly keyed: boolean;
  /** Where a bus would put the JSON of each event. */
  readonly events: readonly string[];
}
