/** The sets of questions that a change can be held against. */
export const ruleSetNames = ['WIRE_BACKWARD', 'WIRE_FULL', 'TYPES'] as const;
