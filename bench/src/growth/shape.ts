/** What there are many of. */
export const kinds = ['channels', 'subscribers'] as const;

/** How many channels there are, and how many subscribers each has. */
export interface Shape {
  readonly topics: readonly string[];
  readonly subscribers: number;
}

/** Many channels of one subscriber each, or many subscribers of one channel. */
export function shapeOf(kind: string, size: number): Shape {
  const many = kind === 'channels';
  return {
    topics: Array.from({ length: many ? size : 1 }, (_, at) => `growth.orders.n${at + 1}`),
    subscribers: many ? 1 : size,
  };
}
