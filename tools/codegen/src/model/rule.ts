import { isJsonValue } from './json-value.js';

/** Holds a part of a model that was read against what it has to be. Reports each thing that is wrong, with its path. */
export type Rule = (value: unknown, path: string, report: Report) => void;

/** Takes down what is wrong: where, and what was expected. */
export type Report = (path: string, message: string) => void;

/** The rules of an object's fields. */
export type Fields = Readonly<Record<string, Rule>>;

const optionalRules = new WeakSet<Rule>();

/** A field that may be left out. */
export function optional(rule: Rule): Rule {
  const made: Rule = (value, path, report) => rule(value, path, report);
  optionalRules.add(made);
  return made;
}

/** An object with these fields and no other. */
export function fields(rules: Fields): Rule {
  return (value, path, report) => {
    if (!isRecord(value)) return report(path, `expected an object, found ${shown(value)}`);
    for (const [name, rule] of Object.entries(rules)) {
      const found = Object.hasOwn(value, name) ? value[name] : undefined;
      if (found !== undefined) rule(found, `${path}.${name}`, report);
      else if (!optionalRules.has(rule)) report(path, `lacks '${name}'`);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(rules, name)) report(path, `has a field '${name}' that this format does not have`);
    }
  };
}

/** A list of what a rule asks for. */
export function list(rule: Rule, least = 0): Rule {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report(path, `expected a list, found ${shown(value)}`);
    if (value.length < least) report(path, `expected at least ${least}`);
    for (const [index, item] of value.entries()) rule(item, `${path}[${index}]`, report);
  };
}

/** One of some values. */
export function oneOf(...values: readonly unknown[]): Rule {
  return (value, path, report) => {
    if (values.includes(value)) return;
    report(path, `expected ${values.map((one) => JSON.stringify(one)).join(' or ')}, found ${shown(value)}`);
  };
}

/** What fits the first rule whose test it passes; the last rule is for the rest. */
export function either(cases: readonly (readonly [(value: unknown) => boolean, Rule])[], otherwise: Rule): Rule {
  return (value, path, report) => {
    const rule = cases.find(([test]) => test(value))?.[1] ?? otherwise;
    rule(value, path, report);
  };
}

/** An object that has a field. */
export function has(name: string): (value: unknown) => boolean {
  return (value) => isRecord(value) && Object.hasOwn(value, name);
}

export const text: Rule = expecting('a string', (value) => typeof value === 'string');
export const filledText: Rule = expecting(
  'a string that is not empty',
  (value) => typeof value === 'string' && value !== '',
);
export const flag: Rule = expecting('true or false', (value) => typeof value === 'boolean');
export const finite: Rule = expecting('a number', Number.isFinite);
export const count: Rule = expecting('a whole number', Number.isSafeInteger);
export const digits: Rule = expecting(
  'an integer in digits',
  (value) => typeof value === 'string' && /^-?\d+$/.test(value),
);
export const moment: Rule = expecting(
  'a moment such as "2026-01-01T00:00:00.000Z"',
  (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
);
export const json: Rule = expecting('a JSON value', isJsonValue);

function expecting(what: string, test: (value: unknown) => boolean): Rule {
  return (value, path, report) => {
    if (!test(value)) report(path, `expected ${what}, found ${shown(value)}`);
  };
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a few words. */
export function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === 'object' ? 'an object' : String(value);
}
