import { CodegenError } from '@tidings/codegen/model';
import { DefinitionError } from './cli-error.js';

/**
 * Does something that may find definitions, or a file, not to be right.
 *
 * @throws DefinitionError what is wrong with it.
 */
export function withProblems<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CodegenError ? new DefinitionError(error.problems) : error;
  }
}
