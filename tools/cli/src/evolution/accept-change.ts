import { join } from 'node:path';
import {
  type Acceptance,
  acceptanceFile,
  acceptancesText,
  type Finding,
  type RuleSet,
} from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import type { PackagePlace } from '../config/package-place.js';
import type { Progress } from '../report/progress.js';
import { writeWhole } from '../write-whole.js';
import { acceptancesOf } from './acceptances-of.js';
import { judgedPackage } from './judged-package.js';

/** What is to be recorded. */
export interface AcceptRequest {
  readonly fingerprint: string;
  readonly reason: string;
  readonly against?: string | undefined;
  readonly rules?: RuleSet | undefined;
}

/** What was recorded. */
export interface Accepted {
  readonly finding: Finding;
  /** Whether it was recorded already, with this reason. */
  readonly wasThere: boolean;
}

/**
 * Records that a change may pass.
 *
 * @param fingerprint Which one: as `tidings breaking` shows it, or its first characters.
 * @throws CliError if there is no such change, or it hurts nobody.
 */
export async function acceptChange(
  place: PackagePlace,
  { fingerprint, reason, against, rules }: AcceptRequest,
  progress: Progress,
): Promise<Accepted> {
  if (reason.trim() === '') throw new CliError('--reason says nothing: give a reason, for whoever reads it next year');
  if (!/^[0-9a-f]{6,12}$/.test(fingerprint)) {
    throw new CliError(
      `'${fingerprint}' is no fingerprint of a change: tidings breaking shows them, such as 3f9a01c2d4e5`,
    );
  }
  const { findings } = await judgedPackage(place, { against, rules, progress });
  const finding = theOne(findings, fingerprint);
  const recorded = await acceptancesOf(place.root);
  const { kind, channel, version, path } = finding;
  const acceptance: Acceptance = {
    fingerprint: finding.fingerprint,
    kind,
    channel,
    ...(version !== undefined && { version }),
    ...(path !== undefined && { path }),
    reason: reason.trim(),
  };
  const others = recorded.filter((each) => each.fingerprint !== finding.fingerprint);
  const wasThere = recorded.some(
    (each) => each.fingerprint === finding.fingerprint && each.reason === acceptance.reason,
  );
  if (!wasThere) writeWhole(join(place.root, acceptanceFile), acceptancesText([...others, acceptance]));
  return { finding, wasThere };
}

function theOne(findings: readonly Finding[], fingerprint: string): Finding {
  const found = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    throw new CliError(`${found.length} changes begin with ${fingerprint}: give all 12 characters`);
  }
  if (first === undefined) {
    const open = findings.filter(({ standing }) => standing !== 'fine' && standing !== 'accepted');
    const list = open.map(
      (each) =>
        `\n  ${each.fingerprint}  ${each.channel}  ${each.kind}${each.path === undefined ? '' : `  ${each.path}`}`,
    );
    throw new CliError(
      `no change has the fingerprint ${fingerprint}${list.length === 0 ? ', and none is there to be accepted' : `; there are:${list.join('')}`}`,
    );
  }
  if (first.standing === 'fine')
    throw new CliError(`${first.kind} of ${first.channel} hurts nobody: there is nothing to accept`);
  return first;
}
