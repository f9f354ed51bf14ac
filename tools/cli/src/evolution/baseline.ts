import type { ContractLock, Release } from '@tidings/codegen/evolution';

/** What a contract is compared with. */
export interface Baseline {
  /** In words, such as `1.4.0 and 3 releases before it`. */
  readonly said: string;
  /** Oldest first. None: nothing was released. */
  readonly releases: readonly Release[];
  /** What it was read from, if that is a lock. */
  readonly lock?: ContractLock;
}
