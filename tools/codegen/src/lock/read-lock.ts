import { CodegenError, type Problem } from '../codegen-error.js';
import { parsedJson } from '../model/parsed-json.js';
import { channelFields } from '../model/read-model.js';
import {
  count,
  fields,
  filledText,
  isRecord,
  list,
  oneOf,
  optional,
  type Report,
  type Rule,
  shown,
  text,
} from '../model/rule.js';
import { type ContractLock, lockFile, lockFormat } from './contract-lock.js';
import { formHash } from './form-hash.js';

const span = { since: filledText, until: optional(filledText) };
const { source: _, versions: __, ...facts } = channelFields;

const lockFields: { readonly [F in keyof ContractLock]-?: Rule } = {
  lock: oneOf(lockFormat),
  model: oneOf(1),
  contract: text,
  releases: list(filledText),
  channels: list(
    fields({ ...facts, ...span, versions: list(fields({ version: count, minReader: count, form: filledText }), 1) }),
  ),
  shapes: list(fields({ ...span, name: filledText, form: filledText })),
  forms: (value, path, report) => {
    if (!isRecord(value)) return report(path, `expected an object, found ${shown(value)}`);
    // What a form has to be is not looked at: whether it is the one that was written, its hash says.
    for (const [hash, form] of Object.entries(value)) {
      if (!isRecord(form)) report(`${path}.${hash}`, `expected an object, found ${shown(form)}`);
    }
  },
};

/**
 * Reads a lock file.
 *
 * @param source What it was read from, to be named in errors.
 * @throws CodegenError `unreadable_lock` if it is no JSON, no lock, of another format, or was changed by hand; with
 *   everything that is wrong.
 */
export function readLock(json: string, source: string = lockFile): ContractLock {
  const problems: Problem[] = [];
  const report: Report = (path, message) => {
    problems.push({ file: source, ...(path !== '' && { path }), message });
  };
  const parsed = parsedJson(json, report, {
    broken: restore,
    conflict: 'take the side of the branch that releases, and run `tidings lock` in the release step',
  });
  if (problems.length === 0) checkFormat(parsed, report);
  if (problems.length === 0) fields(lockFields)(parsed, 'lock', report);
  if (problems.length === 0) checkReferences(parsed as ContractLock, report);
  if (problems.length > 0) throw new CodegenError('unreadable_lock', problems);
  return parsed as ContractLock;
}

const restore = 'take the file from the last release (git, or the published package); only `tidings lock` writes it';

function checkFormat(parsed: unknown, report: Report): void {
  if (!isRecord(parsed) || !('lock' in parsed)) {
    report('', "is no lock of a contract: it lacks the format's number, 'lock'");
    return;
  }
  for (const [field, known] of [
    ['lock', lockFormat],
    ['model', 1],
  ] as const) {
    const format = parsed[field];
    if (format === known) continue;
    const isNewer = typeof format === 'number' && format > known;
    report(
      '',
      isNewer
        ? `was written by a newer tidings (${field} ${format}; this one reads ${known}): update @tidings/cli`
        : `is of format ${field} ${shown(format)}, which there is not: ${restore}`,
    );
  }
}

/** What the rules of single parts can't see: releases and forms that are not there, and forms that were changed. */
function checkReferences({ releases, channels, shapes, forms }: ContractLock, report: Report): void {
  const known = new Set(releases);
  if (known.size < releases.length) report('lock.releases', `names a release twice: ${restore}`);
  const used = (form: string, path: string): void => {
    if (!Object.hasOwn(forms, form)) report(path, `names a form '${form}' that the lock does not have: ${restore}`);
  };
  const spanOf = ({ since, until }: { since: string; until?: string }, path: string): void => {
    for (const release of [since, until]) {
      if (release !== undefined && !known.has(release)) {
        report(path, `names a release '${release}' that the lock does not have: ${restore}`);
      }
    }
  };
  for (const [list, entries] of Object.entries({ channels, shapes })) {
    const current = entries.filter(({ until }) => until === undefined).map(({ name }) => name);
    const twice = current.find((name, index) => current.indexOf(name) !== index);
    if (twice !== undefined)
      report(`lock.${list}`, `has '${twice}' twice as it is now (two sides of a merge?): ${restore}`);
  }
  for (const [index, channel] of channels.entries()) {
    spanOf(channel, `lock.channels[${index}]`);
    for (const { form } of channel.versions) used(form, `lock.channels[${index}]`);
  }
  for (const [index, shape] of shapes.entries()) {
    spanOf(shape, `lock.shapes[${index}]`);
    used(shape.form, `lock.shapes[${index}]`);
  }
  for (const [hash, form] of Object.entries(forms)) {
    if (formHash(form) !== hash)
      report(`lock.forms.${hash}`, `is not what was released: it was changed by hand; ${restore}`);
  }
}
