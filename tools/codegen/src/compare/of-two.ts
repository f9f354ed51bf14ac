/** Something that belongs to two things: made once, and there as long as both are. */
export function ofTwo<K extends object, T>(make: (one: K, other: K) => T): (one: K, other: K) => T {
  const known = new WeakMap<K, WeakMap<K, T>>();
  return (one, other) => {
    const own = known.get(one) ?? new WeakMap<K, T>();
    known.set(one, own);
    const found = own.get(other) ?? make(one, other);
    own.set(other, found);
    return found;
  };
}
