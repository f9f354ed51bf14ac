/**
 * A foreign text, such as an id or a source, as it may stand in a message: it must not write lines, control a terminal,
 * or fill a log.
 */
export function printable(value: string | number): string {
  const text = String(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}
