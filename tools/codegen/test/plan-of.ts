import { type ClientPlan, type PlannedChannel, planClient } from '../src/emit/client-plan.js';
import { readContract } from '../src/index.js';

/** The plan of a contract `shop` with these channels and shapes, by the names of their exports. */
export function planOf(
  channels: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, unknown>> = {},
): ClientPlan {
  const exportsOf = (folder: string, values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(([exportName, value]) => ({
      file: `src/${folder}/${exportName}.ts`,
      exportName,
      value,
    }));
  const source = { contract: 'shop', channels: exportsOf('channels', channels), shapes: exportsOf('shapes', shapes) };
  return planClient(readContract(source));
}

/** The plan of the only channel of a contract. */
export function plannedChannel(
  exportName: string,
  channel: unknown,
  shapes: Readonly<Record<string, unknown>> = {},
): PlannedChannel {
  const [planned] = planOf({ [exportName]: channel }, shapes).channels;
  if (planned === undefined) throw new RangeError('There is no channel.');
  return planned;
}
