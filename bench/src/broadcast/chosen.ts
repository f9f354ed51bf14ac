/** Those of a choice of names; all if there is none. @throws RangeError for a name that nobody has. */
export function chosen<C extends { readonly name: string }>(
  all: readonly C[],
  only: readonly string[] | undefined,
): readonly C[] {
  if (only === undefined) return all;
  const unknown = only.find((name) => all.every((each) => each.name !== name));
  if (unknown !== undefined) {
    throw new RangeError(`there is no contender '${unknown}'; there are ${all.map(({ name }) => name).join('; ')}`);
  }
  return all.filter(({ name }) => only.includes(name));
}
