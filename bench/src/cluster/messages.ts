/** What the publisher says to its parent. */
export type PublisherSaid =
  /** It is connected, and what it sent to begin with has arrived. */
  | { readonly say: 'ready' }
  /** All are accepted, and have arrived. */
  | { readonly say: 'done'; readonly cpuMs: number };

/** What the subscriber says to its parent. */
export type SubscriberSaid =
  /** It hears all channels, and tells at a port what has arrived. */
  | { readonly say: 'ready'; readonly port: number }
  /** All are handled, and acknowledged where there is such a thing. */
  | { readonly say: 'done'; readonly cpuMs: number };
