/** A value as JSON with sorted keys: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return `${written(value, '\n')}\n`;
}

/** As `JSON.stringify` writes it with an indentation of two blanks. */
function written(value: unknown, line: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${line}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${inner}${value.map((item) => written(item, inner)).join(`,${inner}`)}${line}]`;
  }
  const object = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(object).filter((key) => object[key] !== undefined);
  if (keys.length === 0) return '{}';
  const fields = keys.sort(compareText).map((key) => `${JSON.stringify(key)}: ${written(object[key], inner)}`);
  return `{${inner}${fields.join(`,${inner}`)}${line}}`;
}

/** Orders text by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
