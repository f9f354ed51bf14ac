/** How a handler of a plan behaves. */
export type Manner = 'quick' | 'slow' | 'throws' | 'rejects' | 'publishes' | 'leaves';

/** One step of a plan. Buses, channels and receivers are numbered; numbers that are too high start over. */
export type Step =
  | { readonly do: 'publish'; readonly bus: number; readonly channel: number; readonly count: number }
  | {
      readonly do: 'subscribe';
      readonly bus: number;
      readonly channels: readonly number[];
      readonly manner: Manner;
      readonly concurrency: number;
    }
  | { readonly do: 'stream'; readonly bus: number; readonly channels: readonly number[] }
  | {
      readonly do: 'unsubscribe';
      readonly bus: number;
      readonly channel: number;
      readonly receiver: number | undefined;
    }
  | { readonly do: 'end'; readonly receiver: number }
  | { readonly do: 'close'; readonly bus: number; readonly drain: boolean }
  | { readonly do: 'wait'; readonly for: 'microtask' | 'turn' | 'quiet' };
