import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Inclusion } from '../../../src/compare/inclusion.js';
import { payloadsFor } from './jsoncompat.js';

/** Who is right where two say different things of a writer and a reader; `open`: ours did not say. */
export type Winner = 'ours' | 'theirs' | 'open';

const ajv = new Ajv2020({ strict: false });

/** So many payloads are tried. */
const most = 300;

/**
 * Settles a difference by payloads, which ajv holds against both schemas. That everything is read can't be shown by a
 * payload: it counts for ours if none of many that the writer takes is refused.
 */
export function settled(writer: object, reader: object, found: Inclusion): Winner {
  const [writes, reads] = [ajv.compile(writer), ajv.compile(reader)];
  const isRefused = (payload: unknown): boolean => writes(payload) === true && reads(payload) !== true;
  if (found.verdict === 'no') return isRefused(found.payload) ? 'ours' : 'theirs';
  if (found.verdict === 'unknown') return 'open';
  return payloadsFor(writer, most).some(isRefused) ? 'theirs' : 'ours';
}
