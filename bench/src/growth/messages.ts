import type { MemoryFigures } from '../process/settled-memory.js';
import type { PublishFigures } from './publish-load.js';
import type { SubscribedFigures } from './subscribe-all.js';

/** What a process says to its parent. */
export type Said =
  /** Who subscribes: everything is subscribed, and told at a port what has arrived. */
  | ({ readonly say: 'subscribed'; readonly port: number } & SubscribedFigures)
  /** Who publishes: all has arrived. */
  | ({ readonly say: 'published' } & PublishFigures)
  /** Who subscribes: what it uses after all of that. */
  | ({ readonly say: 'done' } & MemoryFigures);
