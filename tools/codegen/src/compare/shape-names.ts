const mark = 'new ';

/** The name of a shape of the later one of two models, where it is not the same as that of the earlier one. */
export function markedName(name: string): string {
  return mark + name;
}

/** What people call a shape. */
export function shapeName(name: string): string {
  return name.startsWith(mark) ? name.slice(mark.length) : name;
}
