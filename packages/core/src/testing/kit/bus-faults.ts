/** How often a fault strikes. */
export interface FaultOptions {
  /** How many frames it concerns; a `publish` is one, a `publishMany` one for each 512 events. Default 1. */
  readonly count?: number;
}

/** What can be made to go wrong on a test bus. */
export interface BusFaults {
  /** The next frames are accepted and never arrive: the next event after them shows the hole as a `gap`. Of durable channels they are stored. */
  dropNext(options?: FaultOptions): void;
  /** The next frames arrive cut off in the middle: reported as `invalid`. */
  corruptNext(options?: FaultOptions): void;
  /** The next publishes reject with this code, and nothing arrives. */
  rejectNext(code: 'not_sent' | 'outcome_unknown', options?: FaultOptions): void;
  /** The connection is lost: status `reconnecting`, publishes wait, and what others publish does not arrive. */
  disconnect(): void;
  /** The connection is back: a `gap`, reason `reconnect`, and what waited is sent. */
  reconnect(): void;
  /**
   * As if the process had ended: what this bus had taken from durable channels, others take over, and it hears of nothing any
   * more. Its handlers go on running; what becomes of them is ignored.
   */
  crash(): void;
  /** Nothing arrives until the returned function is called; then everything does, in order. */
  hold(): () => void;
}
