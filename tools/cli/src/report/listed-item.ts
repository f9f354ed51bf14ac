/** Something that a command lists: a finding, a stale file, or what stands in the way. */
export interface ListedItem {
  readonly severity: 'error' | 'warn';
  /** What is wrong and what to do about it. */
  readonly message: string;
  /** The rule that says so. */
  readonly rule?: string;
  /** As seen from where the command was typed, with `/` between folders. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly channel?: string;
  readonly shape?: string;
  readonly path?: string;
}

/** Where an item is: channel, shape and path, as far as it has them. */
export function placeWithinFile({ channel, shape, path }: ListedItem): string {
  const parts = [
    ...(channel === undefined ? [] : [`channel '${channel}'`]),
    ...(path === undefined ? [] : [path]),
    ...(shape === undefined ? [] : [`(shape ${shape})`]),
  ];
  return parts.join(' ');
}
