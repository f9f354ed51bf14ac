import { outputFolders } from '../config/output-folders.js';
import { shownFile } from '../config/package-place.js';
import { count } from '../report/count.js';
import type { ListedItem } from '../report/listed-item.js';
import type { PackageReport } from '../report/run-on-packages.js';
import type { Generated } from './generate-package.js';

/** Whether the client was written, or only compared: to find what is stale, or to say what would be done. */
export type GenerateMode = 'write' | 'check' | 'dry-run';

/** What to say of a package that was generated. */
export function generateReport(generated: Generated, mode: GenerateMode, tookMs: number): PackageReport {
  const { contractPackage, channels, unchanged } = generated;
  const shown = (paths: readonly string[]): readonly string[] =>
    paths.map((path) => shownFile(contractPackage, path)).toSorted();
  const [written, removed] = [shown(generated.written), shown(generated.removed)];
  const withoutChannels = shown(generated.withoutChannels);
  const output = outputFolders(contractPackage).map((folder) => shownFile(contractPackage, folder));
  const stale = mode === 'check' ? [...written, ...removed].toSorted() : [];
  const about = `${contractPackage.contract}: ${count(channels, 'channel')}`;
  return {
    exitCode: stale.length > 0 ? 1 : 0,
    lines: linesOf({ mode, about, written, removed, unchanged, output, tookMs }),
    notes: withoutChannels.map((file) => `note: ${file} exports no channel`),
    items: stale.map(staleFile),
    facts: {
      contract: contractPackage.contract,
      output,
      channels,
      mode,
      written,
      removed,
      unchanged,
      withoutChannels,
    },
  };
}

/** What a line may be about; paths as they are shown, sorted. */
interface Told {
  readonly mode: GenerateMode;
  readonly about: string;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly output: readonly string[];
  readonly tookMs: number;
}

function linesOf(told: Told): readonly string[] {
  const { mode, about, written, removed, output, tookMs } = told;
  const folders = output.join(' and ');
  if (mode === 'write') return [`${about}, ${summary(told)} in ${folders} (${Math.round(tookMs)} ms)`];
  if (written.length + removed.length === 0) {
    return [`${about}, ${folders} ${output.length === 1 ? 'is' : 'are'} up to date`];
  }
  if (mode === 'check') {
    const stale = [...written, ...removed].toSorted();
    const lines = stale.map((path) => `stale: ${path}`);
    return [...lines, `${about}, ${count(stale.length, 'stale file')}: run tidings generate`];
  }
  return [
    ...written.map((path) => `would write: ${path}`),
    ...removed.map((path) => `would remove: ${path}`),
    `${about}, ${summary(told)} if it were generated: nothing was done`,
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

function summary({ written, removed, unchanged }: Told): string {
  const parts = [
    ...(written.length > 0 ? [`${count(written.length, 'file')} written`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ];
  return parts.join(', ');
}
