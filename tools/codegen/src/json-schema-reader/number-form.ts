import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { distinctChecks, strongest } from './checks.js';
import { held, numberAt, type SchemaNode } from './schema-node.js';
import { numberFormats } from './string-formats.js';

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

/** What schemas ask of a number, all at once. */
export function numberForm(own: readonly SchemaNode[], isInteger: boolean): SchemaForm {
  const formats = own.flatMap((node) => numberFormats.get(String(held(node, 'format'))) ?? []);
  const steps = own.flatMap((node) => numberAt(node, 'multipleOf') ?? []);
  // What is a multiple of a whole number is whole.
  const isWhole = isInteger || formats.length > 0 || steps.some(Number.isInteger);
  const low = end(own, 'minimum', 'exclusiveMinimum', 'largest', isWhole);
  const high = end(own, 'maximum', 'exclusiveMaximum', 'smallest', isWhole);
  if (isEmpty(low, high)) return { kind: 'never' };
  const multiples = steps
    .filter((step) => !isWhole || step !== 1)
    .map((value): ValueCheck => ({ check: 'multipleOf', value }));
  const checks = distinctChecks([...bound('min', low), ...bound('max', high), ...multiples]);
  const format = formats.includes('int32') ? 'int32' : isWhole ? 'integer' : undefined;
  return { kind: 'number', ...(format !== undefined && { format }), ...(checks.length > 0 && { checks }) };
}

/** One end of a range: the stronger of two keywords. Whole numbers have a first and a last one. */
function end(
  own: readonly SchemaNode[],
  inclusive: string,
  exclusive: string,
  which: 'largest' | 'smallest',
  isWhole: boolean,
): Bound | undefined {
  const [to, before] = [strongest(own, inclusive, which), strongest(own, exclusive, which)];
  const isBefore = before !== undefined && (to === undefined || (which === 'largest' ? before >= to : before <= to));
  const value = isBefore ? before : to;
  if (value === undefined) return undefined;
  if (!isWhole || Math.abs(value) >= 2 ** 52) return { value, exclusive: isBefore };
  const inside = which === 'largest' ? Math.ceil(value) : Math.floor(value);
  const next = which === 'largest' ? inside + 1 : inside - 1;
  return { value: (isBefore && inside === value ? next : inside) + 0, exclusive: false };
}

function isEmpty(low: Bound | undefined, high: Bound | undefined): boolean {
  if (low === undefined || high === undefined) return false;
  return low.value > high.value || (low.value === high.value && (low.exclusive || high.exclusive));
}

function bound(check: 'min' | 'max', given: Bound | undefined): readonly ValueCheck[] {
  if (given === undefined) return [];
  return [{ check, value: given.value, ...(given.exclusive && { exclusive: true as const }) }];
}
