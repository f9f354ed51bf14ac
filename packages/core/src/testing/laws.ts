export { arbitraryPlan } from './contract/arbitrary-plan.js';
export { keepBusLaws, type LawOptions } from './contract/bus-laws.js';
export type { Step } from './contract/plan-step.js';
