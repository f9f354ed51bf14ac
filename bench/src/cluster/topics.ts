/** The channels of the suite: so many that each of three masters has some. */
export const topics: readonly string[] = Array.from({ length: 12 }, (_, at) => `cluster.orders.n${at + 1}`);

/** How many orders of a channel are published together. */
export const perBurst = 64;

/** What is sent before it is measured: all connections are there then. */
export const warmUp: number = topics.length * perBurst;
