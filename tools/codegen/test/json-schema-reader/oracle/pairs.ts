import fc from 'fast-check';
import { type ClosedSchema, closedSchema } from './closed-schemas.js';
import { edited } from './edits.js';

/** Two documents that have something in common, mostly. */
export interface Pair {
  readonly one: object;
  readonly other: object;
}

/** Pairs of documents: mostly a schema and what became of it by some edits, sometimes two that are strangers. */
export const pairs: fc.Arbitrary<Pair> = fc
  .record({
    schema: closedSchema,
    shared: closedSchema,
    strangers: fc.array(closedSchema, { minLength: 3, maxLength: 3 }),
    picks: fc.infiniteStream(fc.nat()),
    edits: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ schema, shared, strangers, picks, edits }) => {
    const pick = (count: number): number => (count === 0 ? 0 : Number(picks.next().value) % count);
    let [changed, changedShared] = [schema, shared];
    for (const strange of strangers.slice(0, edits)) {
      if (pick(5) === 0) changedShared = edited(changedShared, strange, pick);
      else changed = edited(changed, strange, pick);
    }
    if (edits === 0) changed = strangers[0] ?? changed;
    return { one: documentOf(schema, shared), other: documentOf(changed, changedShared) };
  });

function documentOf(schema: ClosedSchema, shared: ClosedSchema): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, $defs: { one: inObject(shared) } };
}

/** What is referred to is inside of an object, so that it may refer to itself. */
function inObject(shared: ClosedSchema): ClosedSchema {
  return { type: 'object', properties: { inner: shared }, required: [], additionalProperties: false };
}
