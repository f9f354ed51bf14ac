import { type AnyChannel, decodeData, isTidingsError } from '@tidings/core';

/** Whether a channel takes a payload in wire form. */
export function accepts(channel: AnyChannel, wire: unknown): boolean {
  try {
    decodeData(channel, wire);
    return true;
  } catch (error) {
    if (isTidingsError(error, 'invalid_payload')) return false;
    throw error;
  }
}
