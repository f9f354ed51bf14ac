export { arbitraryDurablePlan } from './contract/arbitrary-durable-plan.js';
export { arbitraryPlan } from './contract/arbitrary-plan.js';
export { keepBusLaws, type LawOptions } from './contract/bus-laws.js';
export { keepDurableLaws } from './contract/durable-laws.js';
export type { DurableLawOptions } from './contract/durable-plan-run.js';
export type { DurableStep } from './contract/durable-step.js';
export type { Step } from './contract/plan-step.js';
