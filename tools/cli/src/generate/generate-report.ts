import { shownFile } from '../config/package-place.js';
import { count } from '../report/count.js';
import type { ListedItem } from '../report/listed-item.js';
import type { PackageReport } from '../report/run-on-packages.js';
import type { Generated } from './generate-package.js';

/** Whether the client was written, or only compared: to find what is stale, or to say what would be done. */
export type GenerateMode = 'write' | 'check' | 'dry-run';

/** What to say of a package that was generated. */
export function generateReport(generated: Generated, mode: GenerateMode, tookMs: number): PackageReport {
  const { contractPackage, channels, written, removed, unchanged, withoutChannels } = generated;
  const output = shownFile(contractPackage, contractPackage.output);
  const about = `${contractPackage.contract}: ${count(channels, 'channel')}`;
  const stale = mode === 'check' && written.length + removed.length > 0;
  return {
    exitCode: stale ? 1 : 0,
    lines: linesOf(generated, mode, output, about, tookMs),
    notes: withoutChannels.map((file) => `note: ${shownFile(contractPackage, file)} exports no channel`),
    items: stale ? [...written, ...removed].toSorted().map((path) => staleFile(`${output}/${path}`)) : [],
    facts: {
      contract: contractPackage.contract,
      output,
      channels,
      mode,
      written,
      removed,
      unchanged,
      withoutChannels: withoutChannels.map((file) => shownFile(contractPackage, file)),
    },
  };
}

function linesOf(
  generated: Generated,
  mode: GenerateMode,
  output: string,
  about: string,
  tookMs: number,
): readonly string[] {
  const { written, removed } = generated;
  const isDone = written.length + removed.length === 0;
  if (mode === 'write') return [`${about}, ${summary(generated)} in ${output} (${Math.round(tookMs)} ms)`];
  if (isDone) return [`${about}, ${output} is up to date`];
  if (mode === 'check') {
    const stale = [...written, ...removed].toSorted();
    const lines = stale.map((path) => `stale: ${output}/${path}`);
    return [...lines, `${about}, ${count(stale.length, 'stale file')}: run tidings generate`];
  }
  return [
    ...written.toSorted().map((path) => `would write: ${output}/${path}`),
    ...removed.toSorted().map((path) => `would remove: ${output}/${path}`),
    `${about}, ${summary(generated)} if it were generated: nothing was done`,
  ];
}

function staleFile(file: string): ListedItem {
  return {
    severity: 'error',
    rule: 'stale',
    file,
    message: 'is not what the definitions generate: run tidings generate',
  };
}

function summary({ written, removed, unchanged }: Generated): string {
  const parts = [
    ...(written.length > 0 ? [`${count(written.length, 'file')} written`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ];
  return parts.join(', ');
}
