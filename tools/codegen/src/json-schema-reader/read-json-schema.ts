import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { Draft } from './draft.js';
import { FormReader } from './form-reader.js';
import { SchemaDocument } from './schema-document.js';
import { held } from './schema-node.js';

/** How a document of JSON Schema is read. */
export interface JsonSchemaOptions {
  /** What the schema is called, should it refer to itself. Default: its `title`, or `Root`. */
  readonly name?: string;
  /** What it was read from, to be named in errors. */
  readonly file?: string;
  /** What it is written in, where it has no `$schema`. Default: `2020-12`. */
  readonly draft?: Draft;
}

/** A schema as the model has it. */
export interface ReadSchema {
  /** The form of what travels: it takes what the document takes, but for checks of JSON Schema that it only names. */
  readonly schema: SchemaForm;
  /** What the document refers to, and what contains itself, sorted by name. */
  readonly shapes: readonly ShapeModel[];
}

/**
 * Reads a JSON Schema (draft-07 or 2020-12) into the model, to be compared with others and validated by. See
 * `docs/json-schema-input.md` for how each keyword is understood. What the model can't say stands in it as a `refine` check
 * whose code is the keyword: it is the same as itself, and nothing else is known of it.
 *
 * @param document What was parsed from JSON.
 * @throws CodegenError `unreadable_schema` with everything that is wrong: each problem's `path` is a JSON pointer.
 *
 * @example
 * ```ts
 * const { schema, shapes } = readJsonSchema({ type: 'object', properties: { id: { type: 'string' } }, required: ['id'] });
 * validate(schema, { id: 'a' }, 'wire', shapes); // 'fits'
 * ```
 */
export function readJsonSchema(
  document: unknown,
  { name, file, draft = '2020-12' }: JsonSchemaOptions = {},
): ReadSchema {
  const opened = new SchemaDocument(document, { ...(file !== undefined && { file }), draft });
  const title = held(opened.root, 'title');
  const reader = new FormReader(opened, name ?? (typeof title === 'string' ? title : 'Root'));
  const schema = reader.read([opened.root]);
  return { schema, shapes: reader.shapes };
}
