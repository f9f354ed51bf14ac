import { CodegenError, type Problem } from '../codegen-error.js';
import type { ChannelModel, ContractModel } from './contract-model.js';
import { formRule } from './form-rules.js';
import { parsedJson } from './parsed-json.js';
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
} from './rule.js';

/** The version of the form of models that this package writes and reads. */
export const modelFormat = 1;

/** The fields of a channel. */
export const channelFields: { readonly [F in keyof ChannelModel]-?: Rule } = {
  name: filledText,
  identifier: filledText,
  source: fields({ file: text, exportName: text }),
  delivery: oneOf('broadcast', 'durable'),
  key: optional(text),
  description: optional(text),
  deprecated: optional(text),
  retention: optional(fields({ maxAgeMs: optional(count), maxCount: optional(count) })),
  versions: list(fields({ version: count, minReader: count, schema: formRule }), 1),
};

/** The fields of a model. */
export const contractFields: { readonly [F in keyof ContractModel]-?: Rule } = {
  model: oneOf(modelFormat),
  contract: text,
  channels: list(fields(channelFields)),
  shapes: list(fields({ name: filledText, schema: formRule })),
};

/**
 * Reads a model that was written as JSON, such as by `canonicalJson`.
 *
 * @param source What it was read from, to be named in errors.
 * @throws CodegenError `unreadable_model` if it is no JSON, no model, of another format, or not as its format says; with
 *   everything that is wrong.
 */
export function readModel(json: string, source = 'the model'): ContractModel {
  const problems: Problem[] = [];
  const report: Report = (path, message) => {
    problems.push({ file: source, ...(path !== '' && { path }), message });
  };
  const parsed = parsedJson(json, report, { broken: 'write it anew with tidings generate' });
  if (problems.length === 0) checkFormat(parsed, report);
  if (problems.length === 0) fields(contractFields)(parsed, 'model', report);
  if (problems.length === 0) checkReferences(parsed as ContractModel, report);
  if (problems.length > 0) throw new CodegenError('unreadable_model', problems);
  return parsed as ContractModel;
}

function checkFormat(parsed: unknown, report: Report): void {
  if (!isRecord(parsed) || !('model' in parsed)) {
    report('', "is no model of a contract: it lacks the format's number, 'model'");
    return;
  }
  const { model } = parsed;
  if (model === modelFormat) return;
  if (typeof model === 'number' && model > modelFormat) {
    report('', `is of format ${model}, and this version of @tidings/codegen reads format ${modelFormat}: update it`);
  } else report('', `is of format ${shown(model)}, which there is not: write it anew with tidings generate`);
}

/** What the rules of single parts can't see: names that are taken twice, references that lead nowhere, versions. */
function checkReferences(model: ContractModel, report: Report): void {
  const names = new Set<string>();
  for (const [list, entries] of [
    ['shapes', model.shapes],
    ['channels', model.channels],
  ] as const) {
    const seen = new Set<string>();
    for (const [index, { name }] of entries.entries()) {
      if (seen.has(name)) report(`model.${list}[${index}]`, `is called '${name}', as one before it is`);
      seen.add(name);
      if (list === 'shapes') names.add(name);
    }
  }
  for (const [index, { versions }] of model.channels.entries()) {
    for (const [at, { version, minReader }] of versions.entries()) {
      const path = `model.channels[${index}].versions[${at}]`;
      if (version !== at + 1) report(path, `is version ${version}, where version ${at + 1} was expected`);
      if (minReader < 1 || minReader > version) report(path, `has a minReader that is no version up to ${version}`);
    }
  }
  visitReferences(model, 'model', (name, path) => {
    if (!names.has(name)) report(path, `refers to a shape '${name}' that the model does not have`);
  });
}

/** Every reference to a shape. What examples and defaults hold is no form, so it is not looked at. */
function visitReferences(value: unknown, path: string, visit: (name: string, path: string) => void): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visitReferences(item, `${path}[${index}]`, visit);
  } else if (isRecord(value)) {
    if (value.kind === 'ref' && typeof value.name === 'string') visit(value.name, path);
    for (const [name, item] of Object.entries(value)) {
      if (name !== 'json' && name !== 'examples') visitReferences(item, `${path}.${name}`, visit);
    }
  }
}
