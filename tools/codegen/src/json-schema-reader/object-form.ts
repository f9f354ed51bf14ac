import type { PropertyForm, SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { distinctChecks } from './checks.js';
import { namesIn, requiredIn, schemasOfProperty } from './object-properties.js';
import { opaqueEntry, opaqueKeywords } from './opaque-keyword.js';
import { patternForm } from './pattern.js';
import { keyForm, keysListed } from './property-names.js';
import type { SchemaDocument } from './schema-document.js';
import { held, named, numberAt, type SchemaNode } from './schema-node.js';
import { otherProperties } from './unevaluated.js';

type Read = (nodes: readonly SchemaNode[]) => SchemaForm;
type Rest = Extract<SchemaForm, { kind: 'object' }>['rest'];

/** What schemas ask of an object, all at once. */
export function objectForm(own: readonly SchemaNode[], document: SchemaDocument, read: Read): SchemaForm {
  const required = new Set(own.flatMap(requiredIn));
  const names = [...new Set(own.flatMap(namesIn))];
  const key = keyForm(own, read);
  const keys = key === undefined ? undefined : keysListed(key);
  const all = keys === undefined ? names : [...new Set([...names, ...keys])];
  const properties = all.flatMap((name): readonly PropertyForm[] => {
    const schema =
      keys !== undefined && !keys.includes(name)
        ? ({ kind: 'never' } as const)
        : read(own.flatMap((node) => schemasOfProperty(node, name)));
    return [{ name, schema: required.has(name) ? schema : { kind: 'optional', inner: schema, exact: false } }];
  });
  if (properties.some(({ schema }) => schema.kind === 'never')) return { kind: 'never' };
  const rest = keys === undefined ? restOf(own, read) : 'strict';
  const isAlone = names.length === 0 && keys === undefined;
  const [patterned, ...others] = own.filter((node) => named(node, 'patternProperties').size > 0);
  const checks = own.flatMap((node) => opaqueChecks(node, names.length, required.size, rest, document));
  if (isAlone && key !== undefined && patterned === undefined && rest !== 'strict') {
    const value: SchemaForm = typeof rest === 'string' ? { kind: 'unknown' } : rest;
    return { kind: 'record', key, value, partial: false, ...checked(checks) };
  }
  if (isAlone && key === undefined && patterned !== undefined && others.length === 0) {
    const record = patternRecord(patterned, own, read);
    if (record !== undefined) return { ...record, ...checked(checks) };
  }
  const opaque = own.flatMap((node) => {
    const open = key !== undefined && keys === undefined ? ['propertyNames'] : [];
    return open.some((name) => held(node, name) !== undefined) ? [opaqueKeywords(node, open, document)] : [];
  });
  const patterns = own.flatMap((node) => patternChecks(node, document));
  const known = rest === 'strict' ? properties.filter(({ schema }) => !isNever(schema)) : properties;
  return { kind: 'object', properties: known, rest, ...checked([...checks, ...opaque, ...patterns]) };
}

/** What other properties have to be. Those that patterns speak of are left to a check. */
function restOf(own: readonly SchemaNode[], read: Read): Rest {
  const schemas = own
    .filter((node) => named(node, 'patternProperties').size === 0)
    .flatMap((node) => otherProperties(node) ?? []);
  const form = read(schemas);
  if (form.kind === 'never') return 'strict';
  return form.kind === 'unknown' && form.checks === undefined ? 'loose' : form;
}

/** An object all of whose properties have names of one pattern. */
function patternRecord(node: SchemaNode, own: readonly SchemaNode[], read: Read): SchemaForm | undefined {
  const [pattern, ...others] = named(node, 'patternProperties');
  const isClosed = otherProperties(node)?.schema === false;
  const isOnly = own.every((one) => one === node || otherProperties(one) === undefined);
  if (pattern === undefined || others.length > 0 || !isClosed || !isOnly) return undefined;
  const [source, schema] = pattern;
  const key: SchemaForm = { kind: 'string', checks: [{ check: 'pattern', pattern: patternForm(source) }] };
  return { kind: 'record', key, value: read([schema]), partial: false };
}

/** Each pattern is a demand of its own, unless what it says of other properties depends on all. */
function patternChecks(node: SchemaNode, document: SchemaDocument): readonly ValueCheck[] {
  const patterns = named(node, 'patternProperties');
  const others = otherProperties(node);
  if (patterns.size === 0) return [];
  if (others === undefined || others.schema === true) {
    const asking = [...patterns].filter(([, { schema }]) => schema !== true);
    return asking.map(([source]) => opaqueEntry(node, 'patternProperties', source, document));
  }
  const names = ['patternProperties', 'additionalProperties', 'unevaluatedProperties', 'properties'];
  return [
    opaqueKeywords(
      node,
      names.filter((name) => held(node, name) !== undefined),
      document,
    ),
  ];
}

const dependencies = ['dependencies', 'dependentRequired', 'dependentSchemas'];

function opaqueChecks(
  node: SchemaNode,
  names: number,
  required: number,
  rest: Rest,
  document: SchemaDocument,
): readonly ValueCheck[] {
  const least = numberAt(node, 'minProperties') ?? 0;
  const most = numberAt(node, 'maxProperties') ?? Number.POSITIVE_INFINITY;
  const isAtMost = rest === 'strict' && names <= most && named(node, 'patternProperties').size === 0;
  const asked = [
    ...(least > required ? ['minProperties'] : []),
    ...(most < Number.POSITIVE_INFINITY && !isAtMost ? ['maxProperties'] : []),
  ];
  const depending = dependencies.flatMap((keyword) =>
    Object.keys(Object(held(node, keyword))).map((name) => opaqueEntry(node, keyword, name, document)),
  );
  return [...asked.map((keyword) => opaqueKeywords(node, [keyword], document)), ...depending];
}

function isNever(form: SchemaForm): boolean {
  return form.kind === 'optional' && form.inner.kind === 'never';
}

function checked(checks: readonly ValueCheck[]): { readonly checks?: readonly ValueCheck[] } {
  return checks.length === 0 ? {} : { checks: distinctChecks(checks) };
}
