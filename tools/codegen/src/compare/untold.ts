/** Whether a part of a form is code whose text is not known, so that it equals nothing, not even itself. */
export function hidesCode(part: object): boolean {
  const { check, code, decode, encode, test } = part as Readonly<Record<string, unknown>>;
  if (check === 'refine' && code === undefined) return true;
  return [decode, encode, test].some((fact) => typeof fact === 'object' && fact !== null && !('code' in fact));
}

/** Whether such code is anywhere inside, or a shape that may be another one in another model. */
export function isUntold(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === 'ref') return true;
  return hidesCode(part) || Object.values(part).some(isUntold);
}
