import type { ChannelModel } from '../model/contract-model.js';
import { isSameJson } from '../model/same-json.js';
import { type Answers, allNo, allYes } from './answers.js';
import { change, type FoundChange } from './change.js';
import { said } from './form-names.js';

/** It reads, and what code names is not there any more. */
export const noType: Answers = { ...allYes, publish: 'no', handle: 'no' };

/** What is different in what is said of a channel. */
export function* channelChanges(was: ChannelModel, is: ChannelModel): Generator<FoundChange> {
  const { name } = is;
  const open: Answers = { ...allYes, backward: 'unknown', forward: 'unknown' };
  if (was.delivery !== is.delivery) {
    yield change('DELIVERY_CHANGED', name, { ...allNo, publish: 'yes' }, said(was.delivery, is.delivery));
  }
  if (was.identifier !== is.identifier) {
    yield change('EXPORT_RENAMED', name, noType, said(was.identifier, is.identifier));
  }
  if (was.key !== is.key) yield change('KEY_CHANGED', name, open, said(was.key, is.key));
  if (!isSameJson(was.retention, is.retention)) {
    yield change('RETENTION_CHANGED', name, open, said(shown(was.retention), shown(is.retention)));
  }
  for (const { version, minReader } of is.versions) {
    const before = was.versions.find((each) => each.version === version)?.minReader ?? minReader;
    if (before === minReader) continue;
    const isRaised = minReader > before;
    const kind = isRaised ? 'MIN_READER_RAISED' : 'MIN_READER_LOWERED';
    const answers: Answers = isRaised ? { ...allYes, forward: 'no' } : allYes;
    yield change(kind, name, answers, { version, before: String(before), after: String(minReader) });
  }
  if (was.deprecated !== is.deprecated) {
    const kind = is.deprecated === undefined ? 'CHANNEL_RESTORED' : 'CHANNEL_DEPRECATED';
    yield change(kind, name, allYes, said(was.deprecated, is.deprecated));
  }
  if (was.description !== is.description) {
    yield change('DESCRIPTION_CHANGED', name, allYes, said(was.description, is.description));
  }
}

function shown(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
