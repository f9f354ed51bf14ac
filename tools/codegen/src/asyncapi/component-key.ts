import type { Dialect } from '../json-schema/dialect.js';

/** A name as a key of an AsyncAPI document: letters, digits, `.`, `-` and `_` of ASCII are all that one may have. */
export function componentKey(name: string): string {
  return name.replace(/[^A-Za-z0-9_.]/gu, (character) => `-${(character.codePointAt(0) ?? 0).toString(16)}-`);
}

/** The dialect of schemas in an AsyncAPI document, where shapes are among the components. */
export const componentDialect: Dialect = {
  draft: 'draft-07',
  refTo: (shape) => `#/components/schemas/${componentKey(shape)}`,
};
