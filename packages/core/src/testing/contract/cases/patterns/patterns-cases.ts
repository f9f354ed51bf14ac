import type { ContractCase } from '../../contract-case.js';
import { matchesWholeWords } from './matches-whole-words.js';
import { namesWhatThereIs } from './names-what-there-is.js';
import { subscribesToAPattern } from './subscribes-to-a-pattern.js';

export const patternsCases: readonly ContractCase[] = [subscribesToAPattern, matchesWholeWords, namesWhatThereIs];
