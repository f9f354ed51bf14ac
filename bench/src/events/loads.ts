import type { Load } from './load.js';

/** The name of a load. */
export type LoadName = '300 B' | '64 B' | '10 KiB' | 'GitHub deliveries';

/** Every load by its name, read when it is needed. */
export const loads: Readonly<Record<LoadName, () => Promise<Load>>> = {
  '300 B': async () => (await import('./note-load.js')).notes,
  '64 B': async () => (await import('./note-load.js')).tinyNotes,
  '10 KiB': async () => (await import('./note-load.js')).longNotes,
  'GitHub deliveries': async () => (await import('./deliveries.js')).deliveries,
};
