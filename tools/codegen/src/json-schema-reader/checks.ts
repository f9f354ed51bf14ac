import type { ValueCheck } from '../model/value-check.js';
import { numberAt, type SchemaNode } from './schema-node.js';

/** The largest of a keyword's numbers, or the smallest. */
export function strongest(
  own: readonly SchemaNode[],
  keyword: string,
  which: 'largest' | 'smallest',
): number | undefined {
  const numbers = own.map((node) => numberAt(node, keyword)).filter((number) => number !== undefined);
  if (numbers.length === 0) return undefined;
  return which === 'largest' ? Math.max(...numbers) : Math.min(...numbers);
}

/** Checks of a length, or undefined if no length passes them. */
export function lengthChecks(own: readonly SchemaNode[], low: string, high: string): readonly ValueCheck[] | undefined {
  const least = strongest(own, low, 'largest') ?? 0;
  const most = strongest(own, high, 'smallest');
  if (most !== undefined && most < least) return undefined;
  return [
    ...(least > 0 ? [{ check: 'minLength', value: least } as const] : []),
    ...(most === undefined ? [] : [{ check: 'maxLength', value: most } as const]),
  ];
}

/** Each check once. */
export function distinctChecks(checks: readonly ValueCheck[]): readonly ValueCheck[] {
  return [...new Map(checks.map((check) => [JSON.stringify(check), check])).values()];
}
