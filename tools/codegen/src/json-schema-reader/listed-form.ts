import { isSameJson } from '../model/same-json.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { validate } from '../validate/validate.js';
import type { Conjunction } from './conjunction.js';
import { numberForm } from './number-form.js';
import { type Reading, withChecks } from './reading.js';
import { held, type SchemaNode } from './schema-node.js';
import { stringForm } from './string-form.js';
import { unionForm } from './union-form.js';
import { isPlain, type PlainValue, plainValuesForm, schemaOfValue } from './value-form.js';
import { typeOfValue, valuesNamed } from './value-types.js';

/** The form of schemas that list values: those that all of them list, and that fit whatever else they ask. */
export function listedForm({ own, types }: Conjunction, reading: Reading): SchemaForm {
  const [first = [], ...lists] = own.map(valuesNamed).filter((values) => values !== undefined);
  const values = first
    .filter((value) => lists.every((list) => list.some((other) => isSameJson(value, other))))
    .filter((value) => types.includes(typeOfValue(value)));
  const plain = values.filter(isPlain);
  const isConst = own.some((node) => held(node, 'const') !== undefined);
  const fitting = plain.filter((value) => verdict(value, own, reading) !== 'fails');
  const isOpen = fitting.some((value) => verdict(value, own, reading) === 'unknown');
  const others = own.map(withoutValues);
  const containers = values
    .filter((value) => !isPlain(value))
    .map((value, index) => {
      const listed = schemaOfValue(value as object, `${own[0]?.pointer ?? ''}/~${index}`);
      return reading.build({ own: [...others, listed], choices: [], types: [typeOfValue(value)] });
    });
  const some = plainValuesForm(fitting, isConst);
  return unionForm([withChecks(some, isOpen ? opaqueOfText(own, reading) : []), ...containers]);
}

/** What else is asked of text or a number. */
function verdict(value: PlainValue, own: readonly SchemaNode[], { document }: Reading): ReturnType<typeof validate> {
  if (typeof value === 'string') return validate(stringForm(own, document), value, 'wire');
  return typeof value === 'number' ? validate(numberForm(own, false), value, 'wire') : 'fits';
}

function opaqueOfText(own: readonly SchemaNode[], { document }: Reading): readonly ValueCheck[] {
  return (stringForm(own, document).checks ?? []).filter(({ check }) => check === 'refine');
}

function withoutValues({ schema, pointer }: SchemaNode): SchemaNode {
  if (typeof schema === 'boolean') return { schema, pointer };
  const { enum: _, const: __, ...others } = schema;
  return { schema: others, pointer };
}
