import {
  changesetName,
  changesetPrefix,
  changesetText,
  demandedBy,
  isEnough,
  type ReleaseType,
  releaseType,
} from '@tidings/codegen/evolution';
import { packageManifest } from '../config/package-manifest.js';
import { shownFile } from '../config/package-place.js';
import type { PackageReport } from '../report/run-on-packages.js';
import { type Compared, comparedPackage, itemOf, summaryOf } from './breaking-report.js';
import { type ChangesetFolder, changesetFolder, promisedBy, writeChangeset } from './changeset-folder.js';
import type { JudgedPackage } from './judged-package.js';
import { refusal, unsettledOf } from './refusal.js';

/**
 * Writes the changeset that a contract's changes call for, or checks that what is pending is enough.
 *
 * @throws CliError if there is no place for it.
 */
export async function changesetReport(judged: JudgedPackage, check: boolean): Promise<PackageReport> {
  const { contractPackage, findings, baseline, rules } = judged;
  const { contract, root } = contractPackage;
  const folder = changesetFolder(root);
  const unsettled = unsettledOf(judged);
  if (unsettled.length > 0) return refusal(judged, 'no changeset can promise this');
  const severity = demandedBy(findings);
  const { name, version } = packageManifest(root);
  const compared = comparedPackage(judged);
  const summary = summaryOf(compared);
  const isFirst = baseline.releases.length === 0;
  // A first release may have the version that is there already.
  const isNamed = isFirst && version !== '0.0.0';
  const isSettled = severity !== undefined && severity !== 'review' && !isNamed;
  const type = isSettled ? releaseType(severity, version, isFirst) : undefined;
  if (check) return await checked(judged, { folder, name, type, compared });
  const facts = type === undefined ? undefined : { packageName: name, type, findings };
  const changeset = facts && { name: changesetName(facts), text: changesetText(facts) };
  const { written, removed, unchanged } = writeChangeset(
    folder,
    { prefix: changesetPrefix(name), packageName: name },
    changeset,
  );
  return {
    exitCode: 0,
    lines: [
      summary,
      ...(isNamed ? [`  its first release is ${version}, as package.json says: run tidings lock`] : []),
      ...(written === undefined ? [] : [`  ${written}: ${name}, ${type}`]),
      ...(unchanged === undefined ? [] : [`  ${unchanged}: ${name}, ${type} (as it was)`]),
      ...removed.map((file) => `  ${file}: removed, it told of other changes`),
    ],
    notes: [],
    items: [],
    facts: {
      contract,
      against: baseline.said,
      rules,
      demands: severity ?? 'none',
      type: type ?? 'none',
      written,
      removed,
    },
  };
}

interface Pending {
  readonly folder: ChangesetFolder;
  readonly name: string;
  readonly type: ReleaseType | undefined;
  readonly compared: Compared;
}

async function checked(judged: JudgedPackage, { folder, name, type, compared }: Pending): Promise<PackageReport> {
  const { contractPackage, findings, baseline, rules } = judged;
  const summary = summaryOf(compared);
  const promised = await promisedBy(folder, name);
  const enough = type === undefined || isEnough(promised, type);
  const says =
    promised === undefined || promised === 'none'
      ? 'no pending changeset raises it'
      : `the pending changesets promise ${promised}`;
  const message = `${name} needs ${type}, and ${says}: run tidings changeset, and commit what it writes`;
  const heavy = findings.filter(({ severity }) => severity === demandedBy(findings));
  return {
    exitCode: enough ? 0 : 100,
    lines: enough
      ? [
          summary,
          `  ${type === undefined ? 'no changeset is needed' : `needs ${type}`}, promised: ${promised ?? 'none'}`,
        ]
      : [
          summary,
          ...heavy
            .slice(0, 10)
            .map(({ channel, kind, path }) => `  ${channel}  ${kind}${path === undefined ? '' : `  ${path}`}`),
          ...(heavy.length > 10 ? [`  … and ${heavy.length - 10} more`] : []),
          message,
        ],
    notes: [],
    items: enough
      ? []
      : [
          { severity: 'error', rule: 'changeset', message, file: shownFile(contractPackage, 'package.json') },
          ...heavy.map((finding) => itemOf(finding, rules, compared.shownPlaces.get(finding.channel))),
        ],
    facts: {
      contract: contractPackage.contract,
      against: baseline.said,
      rules,
      needs: type ?? 'none',
      promised: promised ?? 'none',
    },
  };
}
