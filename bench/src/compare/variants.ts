import { type ContractModel, latestVersion, type SchemaForm, type ValueCheck } from '@tidings/codegen';
import { changedPart } from './changed-part.js';

/** What a contract may become. */
export type Variant = (contract: ContractModel) => ContractModel;

/** What a comparison is measured with. Models are read from files, so nothing of the two is the same object. */
export const variants: Readonly<Record<string, Variant>> = {
  'nothing changed': (contract) => contract,
  'a property of one channel': withMiddleChannelChanged,
  'one shared shape': withSharedShapeChanged,
  'a property of every object': (contract) => changedPart(contract, withProperty),
  'a bound of everything': (contract) => changedPart(contract, withBound),
};

/** Those that change every channel. */
export const ofEverything: readonly string[] = ['a property of every object', 'a bound of everything'];

function withMiddleChannelChanged(contract: ContractModel): ContractModel {
  const middle = contract.channels[Math.floor(contract.channels.length / 2)];
  const channels = contract.channels.map((channel) => {
    if (channel !== middle) return channel;
    const { schema } = latestVersion(channel);
    let isChanged = false;
    const once = (form: SchemaForm): SchemaForm => {
      if (isChanged || form.kind !== 'object') return form;
      isChanged = true;
      return withProperty(form);
    };
    const version = { ...latestVersion(channel), schema: changedPart(schema, once) };
    const [first = version, ...others] = [...channel.versions.slice(0, -1), version];
    return { ...channel, versions: [first, ...others] as const };
  });
  return { ...contract, channels };
}

/** The shape that most others name. */
function withSharedShapeChanged(contract: ContractModel): ContractModel {
  const count = new Map<string, number>();
  changedPart(contract, (form) => {
    if (form.kind === 'ref') count.set(form.name, (count.get(form.name) ?? 0) + 1);
    return form;
  });
  const [most] = [...count].sort(([, one], [, other]) => other - one)[0] ?? [];
  const shapes = contract.shapes.map((shape) =>
    shape.name === most ? { ...shape, schema: changedPart(shape.schema, withProperty) } : shape,
  );
  return { ...contract, shapes };
}

function withProperty(form: SchemaForm): SchemaForm {
  if (form.kind !== 'object') return form;
  const schema: SchemaForm = { kind: 'optional', inner: { kind: 'string' }, exact: false };
  return { ...form, properties: [...form.properties, { name: 'cameLater', schema }] };
}

function withBound(form: SchemaForm): SchemaForm {
  const bound = (check: ValueCheck): SchemaForm => ({ ...form, checks: [...(form.checks ?? []), check] });
  if (form.kind === 'string' && form.format === undefined) return bound({ check: 'maxLength', value: 500 });
  return form.kind === 'number' ? bound({ check: 'max', value: 4_000_000_000 }) : form;
}
