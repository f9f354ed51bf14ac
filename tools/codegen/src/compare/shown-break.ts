import type { JsonValue } from '../model/json-value.js';
import { pathStep } from '../model/path-step.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';
import { verdictOf } from '../validate/validate.js';
import type { Counterexample } from './answers.js';
import type { FormChange } from './form-change.js';
import { take } from './lazy-list.js';
import { type Placed, payloadsAround } from './payload-around.js';

/** Two payloads of which one is written, and the other is what the reader expects. */
export interface WriterAndReader {
  readonly writer: SchemaForm;
  readonly reader: SchemaForm;
  readonly forms: FormIndex;
}

/** So many payloads are tried before the part is shown by itself. */
const mostTried = 40;

/** Where stands what a change's pair is of: the object, for a change of whether it has a property. */
export function placeOf({ path, names }: Pick<FormChange, 'path' | 'names'>): string {
  const [name] = names ?? [];
  return name === undefined ? path : path.slice(0, -pathStep(name).length);
}

/**
 * A whole payload that shows a change: the part that shows it, within a payload that the writer's form takes and the reader's
 * refuses. Where none can be made, the part by itself.
 *
 * @param part What shows it for the change's pair, tried on that.
 */
export function shownBreak(
  change: Pick<FormChange, 'path' | 'names'>,
  part: Counterexample,
  { writer, reader, forms }: WriterAndReader,
): Counterexample {
  const place = placeOf(change);
  const { refusedBy, reason } = part;
  const path = `${place}${part.path.slice('payload'.length)}`;
  const candidates = payloadsAround(writer, place.slice('payload'.length), placing(change, part.payload), forms);
  for (const payload of take(mostTried, candidates)) {
    const isBreak =
      verdictOf(writer, payload, 'wire', forms) === 'fits' && verdictOf(reader, payload, 'wire', forms) === 'fails';
    if (isBreak) return { refusedBy, payload, path, reason };
  }
  return shownPart(change, part);
}

/** The part that shows a change, by itself. */
export function shownPart(change: Pick<FormChange, 'path' | 'names'>, part: Counterexample): Counterexample {
  return { ...part, path: placeOf(change), isPart: true };
}

/** The part in the place of the sample; for a property, the sample with or without it. */
function placing({ names }: Pick<FormChange, 'names'>, part: JsonValue): Placed {
  if (names === undefined) return () => part;
  return (sample) => {
    if (!isRecord(sample) || !isRecord(part)) return undefined;
    const kept = Object.entries(sample).filter(([name]) => !names.includes(name));
    return { ...Object.fromEntries(kept), ...part };
  };
}

function isRecord(value: JsonValue | undefined): value is { readonly [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
