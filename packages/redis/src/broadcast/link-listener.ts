import type { TidingsError } from '@tidings/core';

/** What the publishing and the subscribing side of a server tell. */
export interface LinkListener {
  /** Whether it works may have changed. */
  changed(): void;
  /** It does not come back at once: why. Told at every attempt. */
  struggling(problem: TidingsError): void;
}
