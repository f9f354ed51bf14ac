import { lifecycleRow } from '../lifecycle.js';
import type { Row } from '../row.js';

/** Whatever is asked of a bus, nothing that was accepted is lost. */
export const lifecycle: Row = lifecycleRow(
  'keepDurable',
  'random plans of all that with members of a group, on a RedisBus and on a MemoryBus; another bus handles what is left (fast-check)',
);
