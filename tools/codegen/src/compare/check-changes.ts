import { isSameJson } from '../model/same-json.js';
import type { ValueCheck } from '../model/value-check.js';
import { hidesCode } from './untold.js';

/** Checks of one kind that are not the same. */
export interface CheckChange {
  readonly kind: CheckKind;
  readonly before: readonly ValueCheck[];
  readonly after: readonly ValueCheck[];
}

/** Finds out which checks of two forms are not the same. */
export function checkChanges(old: readonly ValueCheck[], now: readonly ValueCheck[]): readonly CheckChange[] {
  if (old.length === 0 && now.length === 0) return [];
  return checkKinds.flatMap(([kind, isOf]) => {
    const [before, after] = [old.filter(isOf), now.filter(isOf)];
    const isSame = kind === 'REFINEMENT_CHANGED' ? areTold(before, after) : isSameJson(before, after);
    return isSame ? [] : [{ kind, before, after }];
  });
}

type CheckKind = 'BOUND_CHANGED' | 'PATTERN_CHANGED' | 'FORMAT_CHANGED' | 'REFINEMENT_CHANGED';

const bounds: readonly string[] = [
  'min',
  'max',
  'multipleOf',
  'minLength',
  'maxLength',
  'length',
  'minSize',
  'maxSize',
  'size',
];
const patterns: readonly string[] = ['pattern', 'includes', 'startsWith', 'endsWith', 'lowercase', 'uppercase'];

/** Bounds one by one: each may have been moved in another direction. */
const checkKinds: readonly (readonly [CheckKind, (check: ValueCheck) => boolean])[] = [
  ...bounds.map((name) => ['BOUND_CHANGED', ({ check }: ValueCheck) => check === name] as const),
  ['PATTERN_CHANGED', ({ check }) => patterns.includes(check)],
  ['FORMAT_CHANGED', ({ check }) => check === 'format'],
  ['REFINEMENT_CHANGED', ({ check }) => check === 'refine' || check === 'property' || check === 'mime'],
];

/** Whether refinements are the same, as far as their texts say: one without a text is the same as nothing. */
function areTold(before: readonly ValueCheck[], after: readonly ValueCheck[]): boolean {
  return ![...before, ...after].some(hidesCode) && isSameJson(before, after);
}
