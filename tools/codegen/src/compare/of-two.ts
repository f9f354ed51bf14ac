import type { FormIndex } from '../validate/form-index.js';

/** Something that belongs to the forms of two models: made once, and there as long as both are. */
export function ofTwo<T>(make: (one: FormIndex, other: FormIndex) => T): (one: FormIndex, other: FormIndex) => T {
  const known = new WeakMap<FormIndex, WeakMap<FormIndex, T>>();
  return (one, other) => {
    const own = known.get(one) ?? new WeakMap<FormIndex, T>();
    known.set(one, own);
    const found = own.get(other) ?? make(one, other);
    own.set(other, found);
    return found;
  };
}
