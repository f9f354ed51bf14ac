import { relative, resolve } from 'node:path';
import { type ListedItem, placeWithinFile } from './listed-item.js';

/**
 * An item as a workflow command of GitHub Actions, which shows it in the changed file.
 *
 * @param workspace The checked-out repository: annotations name files from there. Default: the current folder.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotation(item: ListedItem, workspace: string = process.cwd()): string {
  const { severity, message, rule, file, line, column } = item;
  const properties = [
    ...(file === undefined ? [] : [['file', relative(workspace, resolve(file)).replaceAll('\\', '/')]]),
    ...(line === undefined ? [] : [['line', String(line)]]),
    ...(column === undefined ? [] : [['col', String(column)]]),
    ['title', rule ?? 'tidings'],
  ];
  const list = properties.map(([name, value = '']) => `${name}=${escapedProperty(value)}`).join(',');
  const place = placeWithinFile(item);
  return `::${severity === 'warn' ? 'warning' : 'error'} ${list}::${escapedData(place === '' ? message : `${place}: ${message}`)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
