/** Whether two values are the same JSON, whatever the order of their keys: what is `undefined` is not there. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return written(one) === written(other);
  }
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other);
  return !Array.isArray(other) && isSameRecord(one as Fields, other as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => isSameJson(item, other[index]));
}

/** Lists no keys: most of what is compared is the same, and there may be a lot of it. */
function isSameRecord(one: Fields, other: Fields): boolean {
  let count = 0;
  for (const key in one) {
    const value = one[key];
    if (value === undefined) continue;
    const counterpart = Object.hasOwn(other, key) ? other[key] : undefined;
    if (counterpart === undefined || !isSameJson(value, counterpart)) return false;
    count += 1;
  }
  for (const key in other) if (other[key] !== undefined) count -= 1;
  return count === 0;
}

/** What becomes of a value that is no object. */
function written(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return value;
  return value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? null : value;
}
