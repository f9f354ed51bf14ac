import { type LintException, lintRules } from '@tidings/codegen/lint';
import type { LintConfig } from './contract-config.js';
import { unknownName } from './unknown-name.js';

const options: readonly (keyof LintConfig)[] = ['rules', 'exceptions'];
const weights = ['off', 'warn', 'error'];
const places: readonly (keyof LintException)[] = ['channel', 'shape', 'file', 'path'];
const exceptionOptions: readonly (keyof LintException)[] = ['rule', ...places, 'reason'];

/** What is wrong with the `lint` part of a configuration, a line for each. */
export function lintConfigProblems(lint: unknown): readonly string[] {
  if (!isRecord(lint)) return ["lint: must be an object, such as { rules: { 'closed-enum': 'off' } }"];
  return Object.entries(lint).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (name === 'rules') return isRecord(value) ? ruleProblems(value) : [notRules];
    if (name === 'exceptions') {
      return Array.isArray(value) ? value.flatMap(exceptionProblems) : ['lint.exceptions: must be a list'];
    }
    return [`lint: ${unknownName('option', name, options)}`];
  });
}

const notRules = "lint.rules: must be an object of rules and weights, such as { 'closed-enum': 'off' }";

function ruleProblems(rules: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(rules).flatMap(([id, weight]) => [
    ...ruleProblem('lint.rules', id),
    ...(typeof weight === 'string' && weights.includes(weight)
      ? []
      : [`lint.rules: '${id}' must be 'off', 'warn' or 'error', not ${JSON.stringify(weight)}`]),
  ]);
}

function exceptionProblems(exception: unknown, index: number): readonly string[] {
  const at = `lint.exceptions[${index}]`;
  if (!isRecord(exception)) return [`${at}: must be an object, such as { rule, channel, reason }`];
  const unknown = Object.keys(exception).filter((name) => !exceptionOptions.some((known) => known === name));
  const problems = unknown.map((name) => `${at}: ${unknownName('option', name, exceptionOptions)}`);
  for (const [name, value] of Object.entries(exception)) {
    if (value !== undefined && typeof value !== 'string') problems.push(`${at}: '${name}' must be a string`);
  }
  const { rule, reason } = exception;
  if (typeof rule === 'string') problems.push(...ruleProblem(at, rule));
  else if (rule === undefined) problems.push(`${at}: must name its rule, such as 'unbounded-string'`);
  if (reason === undefined || (typeof reason === 'string' && reason.trim() === '')) {
    problems.push(`${at}: must give a reason, for whoever reads it next year`);
  }
  if (places.every((place) => exception[place] === undefined)) {
    problems.push(`${at}: must say where: a ${places.join(', a ')}; to turn a rule off everywhere, use lint.rules`);
  }
  return problems;
}

function ruleProblem(at: string, id: string): readonly string[] {
  const known = lintRules.map((rule) => rule.id);
  return known.includes(id) ? [] : [`${at}: ${unknownName('rule', id, known)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
