import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { distinctChecks, lengthChecks } from './checks.js';
import { opaqueKeywords } from './opaque-keyword.js';
import { patternForm } from './pattern.js';
import type { SchemaDocument } from './schema-document.js';
import { held, type SchemaNode } from './schema-node.js';
import { numberFormats, silentFormats, stringFormat } from './string-formats.js';

/** What schemas ask of a string, all at once. */
export function stringForm(own: readonly SchemaNode[], document: SchemaDocument): SchemaForm {
  const lengths = lengthChecks(own, 'minLength', 'maxLength');
  if (lengths === undefined) return { kind: 'never' };
  const [format, ...formats] = own.flatMap(
    ({ schema, pointer }): readonly Extract<ValueCheck, { check: 'format' }>[] => {
      const found = stringFormat(String(held({ schema, pointer }, 'format')));
      return found === undefined ? [] : [{ check: 'format', ...found }];
    },
  );
  const patterns = own.flatMap((node): readonly ValueCheck[] => {
    const source = held(node, 'pattern');
    return typeof source === 'string' ? [{ check: 'pattern', pattern: patternForm(source) }] : [];
  });
  const unknown = own.filter(isUnknownFormat).map((node) => opaqueKeywords(node, ['format'], document));
  const others = formats.filter((other) => JSON.stringify(other) !== JSON.stringify(format));
  const checks = distinctChecks([...lengths, ...patterns, ...others, ...unknown]);
  return {
    kind: 'string',
    ...(format !== undefined && { format: format.format }),
    ...(format?.details !== undefined && { details: format.details }),
    ...(checks.length > 0 && { checks }),
  };
}

function isUnknownFormat(node: SchemaNode): boolean {
  const name = held(node, 'format');
  if (typeof name !== 'string') return false;
  return stringFormat(name) === undefined && !silentFormats.has(name) && !numberFormats.has(name);
}
