import { BusMedium } from './bus-medium.js';
import { DurableBusMedium } from './durable-bus-medium.js';
import type { Medium, MediumListener } from './medium.js';
import type { MediumSpec } from './medium-spec.js';
import { PlainClusterMedium } from './plain-cluster-medium.js';
import { PlainMedium } from './plain-medium.js';
import { PlainStreamsMedium } from './plain-streams-medium.js';

/** Makes what a specification says. */
export function openMedium(spec: MediumSpec, listener: MediumListener): Medium {
  switch (spec.kind) {
    case 'bus':
      return new BusMedium(spec.options, spec.channels, listener);
    case 'durable-bus':
      return new DurableBusMedium(spec, listener);
    case 'plain-streams':
      return new PlainStreamsMedium(spec, listener);
    case 'plain':
      return new PlainMedium(spec.url, spec.options, spec.channels, listener);
    case 'plain-cluster':
      return new PlainClusterMedium(spec.nodes, spec.options, spec.channels, listener);
  }
}
