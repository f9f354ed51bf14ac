/** What an event may measure. */
export interface EventLimits {
  /** The most bytes of an event's JSON, envelope included; frames of several events keep to it too. Default 1,048,576. */
  readonly eventBytes: number;
  /** How deep a payload may nest, where its schema sets no bound. Default 64. */
  readonly depth: number;
}

/** Whether a text takes more bytes in UTF-8 than allowed. Most texts are settled by their length. */
export function isLongerThan(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  if (text.length * 3 <= bytes) return false;
  return utf8Length(text) > bytes;
}

/** How many bytes a text takes in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
    // The two halves of a surrogate pair take four bytes together, not six.
    if (unit >= 0xd800 && unit <= 0xdbff) {
      bytes -= 1;
    } else if (unit >= 0xdc00 && unit <= 0xdfff) {
      bytes -= 1;
    }
  }
  return bytes;
}

/** Whether a value nests deeper than allowed. Does not recurse, and ends on cycles. */
export function isDeeperThan(value: unknown, depth: number): boolean {
  const pending: { readonly value: object; readonly depth: number }[] = [];
  const visit = (inner: unknown, at: number): boolean => {
    if (typeof inner !== 'object' || inner === null || ArrayBuffer.isView(inner)) return false;
    if (at > depth) return true;
    pending.push({ value: inner, depth: at });
    return false;
  };
  if (visit(value, 1)) return true;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const inner of Object.values(next.value)) {
      if (visit(inner, next.depth + 1)) return true;
    }
  }
  return false;
}
