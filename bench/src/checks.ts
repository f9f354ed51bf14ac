/** Where a contender checks events by a schema: what does not check does less. */
export type Checks = 'both ends' | 'nothing';
