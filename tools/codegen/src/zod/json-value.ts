import type { SchemaForm } from '../model/schema-form.js';
import { defOf, type ZodNode } from './zod-node.js';

/** What `z.json()` stands for: the same in every contract, so it needs no schema of its own. */
export function jsonValueForm(node: ZodNode, inner: ZodNode): SchemaForm | undefined {
  const def = defOf(inner);
  if (def.type !== 'union' || (def.checks?.length ?? 0) > 0) return undefined;
  const [text, number, truth, nothing, list, record, ...more] = def.options;
  if (text === undefined || number === undefined || truth === undefined || nothing === undefined) return undefined;
  if (list === undefined || record === undefined || more.length > 0) return undefined;
  const plain = [text, number, truth, nothing].map((option) => defOf(option).type).join();
  const listDef = defOf(list);
  const recordDef = defOf(record);
  const isJson =
    plain === 'string,number,boolean,null' &&
    listDef.type === 'array' &&
    listDef.element === node &&
    recordDef.type === 'record' &&
    recordDef.valueType === node;
  return isJson ? { kind: 'json' } : undefined;
}
