import { readFileSync } from 'node:fs';
import { readModel } from '@tidings/codegen';
import { compareContracts } from '@tidings/codegen/evolution';
import { processorMs } from '../process/processor-time.js';

/** What a comparison took, in milliseconds, and how many changes it found. */
export interface Comparison {
  readonly reading: number;
  readonly comparing: number;
  /** Processor time of the comparison, that of the collector of garbage included: what else runs on the machine hardly counts. */
  readonly processor: number;
  readonly changes: number;
}

/** Reads two models from files, compares them, and prints what that took. */
function main([before = '', after = '']: readonly string[]): void {
  const begun = performance.now();
  const [old, now] = [before, after].map((file) => readModel(readFileSync(file, 'utf8'), file));
  if (old === undefined || now === undefined) throw new RangeError('there are two models to compare');
  const read = performance.now();
  const begunMs = processorMs();
  const changes = compareContracts(old, now).length;
  const processor = processorMs() - begunMs;
  const took: Comparison = {
    reading: read - begun,
    comparing: performance.now() - read,
    processor,
    changes,
  };
  console.log(JSON.stringify(took));
}

main(process.argv.slice(2));
