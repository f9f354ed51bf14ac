import assert from 'node:assert/strict';
import { isTidingsError, type TidingsError, type TidingsErrorCode } from '../../errors/tidings-error.js';

/** Waits for a refusal: something that is thrown, or rejected with, with the given code. Returns the error. */
export async function refused(
  action: Promise<unknown> | (() => unknown),
  code: TidingsErrorCode,
): Promise<TidingsError> {
  try {
    await (typeof action === 'function' ? action() : action);
  } catch (error) {
    if (isTidingsError(error, code)) return error;
    throw error;
  }
  return assert.fail(`nothing was thrown, where a TidingsError '${code}' was expected`);
}
