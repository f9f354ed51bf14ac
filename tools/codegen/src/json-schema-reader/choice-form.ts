import type { SchemaForm } from '../model/schema-form.js';
import { annotated, askingKeywords } from './annotations.js';
import { type Choice, type Conjunction, together } from './conjunction.js';
import { areDisjoint } from './disjoint.js';
import { opaqueKeywords } from './opaque-keyword.js';
import { type Reading, withChecks } from './reading.js';
import type { SchemaNode } from './schema-node.js';
import { exclusiveForm, unionForm } from './union-form.js';
import { commonTypes } from './value-types.js';

/** The form of schemas with choices: a union of what each option comes to, together with all the rest. */
export function choiceForm({ own, choices, types }: Conjunction, reading: Reading): SchemaForm {
  const [choice, ...others] = withinReason(choices);
  if (choice === undefined) return { kind: 'never' };
  const left = choices.filter((each) => each !== choice && !others.includes(each));
  const rest: Conjunction = { own, choices: others, types };
  const options = choice.options
    .map((node) => ({ node, conjunction: reading.conjunctions.of([node]) }))
    .filter(({ conjunction }) => commonTypes(types, conjunction.types).length > 0);
  const isFree = others.length === 0 && own.every(asksForType);
  const forms = options.map(({ node, conjunction }) =>
    isFree && conjunction.types.every((type) => types.includes(type))
      ? reading.read([node])
      : annotated(reading.build(together([rest, conjunction])), [reading.document.inForce(node)]),
  );
  const both = options.map(({ conjunction }) => together([rest, conjunction]));
  const isExclusive = choice.kind === 'oneOf' && !areDisjoint(both, reading.conjunctions);
  return withChecks(
    isExclusive ? exclusiveForm(forms) : unionForm(forms),
    left.map(({ node, kind }) => opaqueKeywords(node, [kind], reading.document)),
  );
}

/** As many choices as may be multiplied. */
function withinReason(choices: readonly Choice[]): readonly Choice[] {
  let product = 1;
  return choices.filter(({ options }, index) => {
    if (index > 0 && product * options.length > mostOptions) return false;
    product *= options.length;
    return true;
  });
}

/** More options than this are not made of several choices: those that are left become a check. */
const mostOptions = 256;

function asksForType(node: SchemaNode): boolean {
  return askingKeywords(node).every((keyword) => ['type', '$ref', 'allOf', 'anyOf', 'oneOf'].includes(keyword));
}
