import type { Suite } from './suite.js';

/** Every suite by its name, loaded when it is run. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  generate: async () => (await import('./generate/generate-suite.js')).generateSuite,
  compare: async () => (await import('./compare/compare-suite.js')).compareSuite,
  durable: async () => (await import('./durable/durable-suite.js')).durableSuite,
  broadcast: async () => (await import('./broadcast/broadcast-suite.js')).broadcastSuite,
  profile: async () => (await import('./profile/profile-suite.js')).profileSuite,
  latency: async () => (await import('./latency/latency-suite.js')).latencySuite,
  memory: async () => (await import('./memory/memory-suite.js')).memorySuite,
  startup: async () => (await import('./startup/startup-suite.js')).startupSuite,
  footprint: async () => (await import('./footprint/footprint-suite.js')).footprintSuite,
  types: async () => (await import('./types/types-suite.js')).typesSuite,
  cluster: async () => (await import('./cluster/cluster-suite.js')).clusterSuite,
  growth: async () => (await import('./growth/growth-suite.js')).growthSuite,
  endurance: async () => (await import('./endurance/endurance-suite.js')).enduranceSuite,
};
