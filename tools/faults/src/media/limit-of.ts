import type { PublishOptions } from '@tidings/core';
import type { NumberedEvent } from '../participant/numbered-event.js';

/** An id that is made would be of varying length. */
export const outgrownOptions: PublishOptions = { id: 'at-the-limit' };

const certainlyTooLong = 4_194_304;

/** The largest event that can be encoded, and one that is a byte longer. @param encode Throws at one that is too long */
export function limitOf(
  encode: (event: NumberedEvent, options: PublishOptions) => unknown,
): readonly [fits: NumberedEvent, isTooLong: NumberedEvent] {
  const event = (length: number): NumberedEvent => ({ publisher: -1, n: 0, at: 0, note: 'x'.repeat(length) });
  let [fits, isTooLong] = [0, certainlyTooLong];
  while (isTooLong - fits > 1) {
    const length = Math.floor((fits + isTooLong) / 2);
    try {
      encode(event(length), outgrownOptions);
      fits = length;
    } catch {
      isTooLong = length;
    }
  }
  return [event(fits), event(isTooLong)];
}
