import { type ChannelModel, type ContractModel, shapesReachedBy } from '@tidings/codegen/model';
import type { ContractPackage } from '../config/contract-package.js';
import { BundleRunner } from './bundle-runner.js';
import { type LoadedContract, loadContract } from './load-contract.js';
import { closureOf, type ImportGraph, type Sources } from './sources.js';

/** Above this part of all files, loading them all costs no more. */
const worthwhilePart = 0.25;

/**
 * Loads again only the definition files that a change reaches, and puts their channels into the model of the last run.
 *
 * Reading a contract gives names to shapes, and first come is first served, so this is done only where it can make no
 * difference: no shape file is reached, the same channels come out of the files, and they lead to the same shapes with
 * the same content.
 *
 * @param changed Files of the package whose content has changed; none has come or gone.
 * @returns undefined where everything has to be loaded.
 */
export async function loadChanges(
  contractPackage: ContractPackage,
  last: LoadedContract,
  changed: readonly string[],
): Promise<LoadedContract | undefined> {
  const { graph } = last.sources;
  const isReached = (file: string): boolean => {
    const closure = closureOf(file, graph);
    return changed.some((each) => closure.has(each));
  };
  if (last.files.shapes.some(isReached)) return undefined;
  const reached = last.files.channels.filter(isReached);
  // A file that defines no channel may still have an effect on others that do.
  if (reached.length === 0 || reached.some((file) => last.withoutChannels.includes(file))) return undefined;
  if (reached.length > last.files.channels.length * worthwhilePart) return undefined;
  const shapes = shapesBelow(reached, graph, last.files.shapes);
  await using runner = new BundleRunner('contract');
  const part = await loadContract(contractPackage, { channels: reached, shapes }, runner);
  if (part.sources.modules === undefined || part.withoutChannels.length > 0) return undefined;
  // What a change leads to now may be more than what it led to before: a shape file that was not loaded as one.
  if (shapesBelow(reached, part.sources.graph, last.files.shapes).some((file) => !shapes.includes(file)))
    return undefined;
  const model = merged(last.model, part.model, new Set(reached));
  if (model === undefined) return undefined;
  return {
    model,
    withoutChannels: last.withoutChannels,
    files: last.files,
    sources: mergedSources(last.sources, part.sources),
  };
}

/** The shape files that some files lead to, in their order. */
function shapesBelow(files: readonly string[], graph: ImportGraph, shapes: readonly string[]): readonly string[] {
  const below = new Set(files.flatMap((file) => [...closureOf(file, graph)]));
  return shapes.filter((file) => below.has(file));
}

function merged(last: ContractModel, part: ContractModel, files: ReadonlySet<string>): ContractModel | undefined {
  const before = last.channels.filter(({ source }) => files.has(source.file));
  if (namesOf(before) !== namesOf(part.channels)) return undefined;
  const known = JSON.stringify(shapesReachedBy(before, last.shapes));
  if (known !== JSON.stringify(part.shapes)) return undefined;
  const fresh = new Map(part.channels.map((channel) => [channel.name, channel]));
  return { ...last, channels: last.channels.map((channel) => fresh.get(channel.name) ?? channel) };
}

/** What of channels must not change: their names, their files, what generated names are made of. */
function namesOf(channels: readonly ChannelModel[]): string {
  return JSON.stringify(
    channels.map(({ name, identifier, source }) => [name, identifier, source.file, source.exportName]),
  );
}

function mergedSources(last: Sources, part: Sources): Sources {
  const files = [...new Set([...(last.modules?.files ?? []), ...(part.modules?.files ?? [])])].sort();
  const packages = new Map(
    [...(last.modules?.packages ?? []), ...(part.modules?.packages ?? [])].map((each) => [JSON.stringify(each), each]),
  );
  return {
    graph: new Map([...last.graph, ...part.graph]),
    modules: { files, packages: [...packages.values()] },
  };
}
