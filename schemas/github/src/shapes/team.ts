import { teamSummary } from './team-summary.js';

export const team = teamSummary.extend({ parent: teamSummary.nullish() }).describe('A team of an organization.');
