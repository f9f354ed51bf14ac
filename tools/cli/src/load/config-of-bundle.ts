import { checkConfig } from '../config/check-config.js';
import type { BundleJob } from './bundle-job.js';
import type { Exports, JobAnswer } from './job-answer.js';

/** The configuration that the one file of a bundle exports. @throws CliError */
export function answerOf(
  { file }: Extract<BundleJob, { kind: 'config' }>,
  [exports]: readonly Exports[],
  root: string,
): JobAnswer {
  return { result: checkConfig(exports?.default, file, root) };
}
