// The larger of several: the first are slow.
const offset = Math.max(
  ...Array.from({ length: 20 }, () => Number(process.hrtime.bigint()) / 1_000_000 - performance.now()),
);

/** Milliseconds of a clock that goes evenly, and is the same for all processes of a machine. */
export function nowMs(): number {
  return offset + performance.now();
}
