import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { distinctChecks, lengthChecks, strongest } from './checks.js';
import { opaqueKeywords } from './opaque-keyword.js';
import type { SchemaDocument } from './schema-document.js';
import { held, listed, numberAt, type SchemaNode } from './schema-node.js';
import { otherItems } from './unevaluated.js';

/** What schemas ask of a list, all at once. */
export function arrayForm(
  own: readonly SchemaNode[],
  document: SchemaDocument,
  read: (nodes: readonly SchemaNode[]) => SchemaForm,
): SchemaForm {
  const lists = own.map((node) => ({ items: positions(node), rest: otherItems(node) }));
  const count = Math.max(0, ...lists.map(({ items }) => items.length));
  const least = strongest(own, 'minItems', 'largest') ?? 0;
  const lengths = lengthChecks(own, 'minItems', 'maxItems');
  if (lengths === undefined) return { kind: 'never' };
  const most = strongest(own, 'maxItems', 'smallest') ?? Number.POSITIVE_INFINITY;
  const rest = read(lists.flatMap((list) => list.rest ?? []));
  const items = Array.from({ length: Math.min(count, most) }, (_, index) =>
    read(lists.flatMap((list) => list.items[index] ?? list.rest ?? [])),
  );
  const end = items.findIndex(({ kind }) => kind === 'never');
  const first = end < 0 ? items : items.slice(0, end);
  const isClosed = end >= 0 || rest.kind === 'never' || most <= first.length;
  if (isClosed && least > first.length) return { kind: 'never' };
  const opaque = own.flatMap((node) => opaqueChecks(node, most, document));
  if (count === 0 && !(isClosed && most > 0)) {
    return { kind: 'array', element: rest, ...checked([...lengths, ...opaque]) };
  }
  const written = first.map((item, index): SchemaForm => {
    if (index >= least) return { kind: 'optional', inner: item, exact: false };
    // Where more may follow, what takes anything would take what is not there, too.
    const mayMiss = !isClosed && (item.kind === 'unknown' || item.kind === 'union' || item.kind === 'ref');
    return mayMiss ? { kind: 'nonoptional', inner: item } : item;
  });
  if (isClosed) return { kind: 'tuple', items: written, ...checked(opaque) };
  const beyond = lengths.filter(
    (length) => length.check === 'maxLength' || (length.check === 'minLength' && length.value > first.length),
  );
  return { kind: 'tuple', items: written, rest, ...checked([...beyond, ...opaque]) };
}

/** What is asked of single positions. */
function positions(node: SchemaNode): readonly SchemaNode[] {
  // `~items` are those of a value, which is the same in both drafts.
  for (const keyword of ['~items', 'prefixItems', 'items']) {
    const items = listed(node, keyword);
    if (items.length > 0) return items;
  }
  return [];
}

function opaqueChecks(node: SchemaNode, most: number, document: SchemaDocument): readonly ValueCheck[] {
  const names: string[] = [];
  const least = numberAt(node, 'minContains') ?? 1;
  if (held(node, 'uniqueItems') === true && most > 1) names.push('uniqueItems');
  if (held(node, 'contains') !== undefined && (least > 0 || held(node, 'maxContains') !== undefined)) {
    names.push(
      'contains',
      ...(least === 1 ? [] : ['minContains']),
      ...(held(node, 'maxContains') === undefined ? [] : ['maxContains']),
    );
  }
  return names.length === 0 ? [] : [opaqueKeywords(node, names, document)];
}

function checked(checks: readonly ValueCheck[]): { readonly checks?: readonly ValueCheck[] } {
  return checks.length === 0 ? {} : { checks: distinctChecks(checks) };
}
