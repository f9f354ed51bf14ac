/**
 * The partition of an ordering key, which is the same for whoever publishes, in whatever language: FNV-1a, 32 bits, of the key
 * in UTF-8, modulo the number of partitions.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-17.html
 */
export function partitionOf(key: string, partitions: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    if (unit > 0x7f) return hashOfBytes(new TextEncoder().encode(key)) % partitions;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return (hash >>> 0) % partitions;
}

function hashOfBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
