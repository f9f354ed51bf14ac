/** 96 random bits: tells one life of a publisher from every other, and makes its ids unique. */
export function newEpoch(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
