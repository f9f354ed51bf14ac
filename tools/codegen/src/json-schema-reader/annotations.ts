import type { JsonValue } from '../model/json-value.js';
import type { FormFacts, SchemaForm } from '../model/schema-form.js';
import { keywords } from './keywords.js';
import { held, type SchemaNode } from './schema-node.js';

/** The keywords of a schema that ask something of values. */
export function askingKeywords({ schema }: SchemaNode): readonly string[] {
  if (typeof schema === 'boolean') return [];
  return Object.keys(schema).filter((name) => {
    const keyword = keywords.get(name);
    return keyword !== undefined && keyword.isAnnotation !== true;
  });
}

/** A form with what schemas say of themselves to people; the first that says something is heard. */
export function annotated(form: SchemaForm, nodes: readonly SchemaNode[]): SchemaForm {
  const first = (keyword: string): unknown =>
    nodes.map((node) => held(node, keyword)).find((value) => value !== undefined);
  const [title, description, examples] = [first('title'), first('description'), first('examples')];
  const facts: FormFacts = {
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
    ...(nodes.some((node) => held(node, 'deprecated') === true) && { deprecated: true }),
    ...(Array.isArray(examples) && examples.length > 0 && { examples: examples as readonly JsonValue[] }),
  };
  return Object.keys(facts).length === 0 ? form : { ...form, ...facts };
}
