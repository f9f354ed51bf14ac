import { compareText } from '../model/canonical-json.js';
import type { ClientPlan, PlannedChannel } from './client-plan.js';
import type { NameOf } from './source-file.js';

/** What a generated module exports. */
export interface ModuleExports {
  /** The module's file name without its ending. */
  readonly module: string;
  readonly names: readonly NameOf[];
}

/** Every generated module with its exports: the contract's own first, then the channels', then what they share. */
export function moduleExports({ names, channels, shapes }: ClientPlan): readonly ModuleExports[] {
  const client = {
    module: 'client',
    names: [...values(names.channels, names.create), ...types(names.channelMap, names.facade)],
  };
  const own = channels.map(channelExports).sort((a, b) => compareText(a.module, b.module));
  const shared = { module: 'shapes', names: types(...shapes.flatMap((shape) => shape.types.map(({ name }) => name))) };
  return shared.names.length === 0 ? [client, ...own] : [client, ...own, shared];
}

function channelExports({ names, types: list }: PlannedChannel): ModuleExports {
  const functions = [names.publishFunction, names.subscribeFunction, names.unsubscribeFunction, names.eventsFunction];
  const declared = list.types.map(({ name }) => name);
  return { module: names.module, names: [...values(names.constant, ...functions), ...types(...declared, names.event)] };
}

function values(...names: readonly string[]): readonly NameOf[] {
  return names.map((name) => ({ name, typeOnly: false }));
}

function types(...names: readonly string[]): readonly NameOf[] {
  return names.map((name) => ({ name, typeOnly: true }));
}
