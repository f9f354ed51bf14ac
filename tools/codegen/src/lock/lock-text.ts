import type { ContractLock } from './contract-lock.js';

/** A lock as it is written: an entry to a line, so that what a release changed is seen at once. */
export function lockText({ lock, model, contract, releases, channels, shapes, forms }: ContractLock): string {
  const fields = [
    `"lock": ${lock}`,
    `"model": ${model}`,
    `"contract": ${JSON.stringify(contract)}`,
    `"releases": ${lines(
      releases.map((release) => JSON.stringify(release)),
      ['[', ']'],
    )}`,
    `"channels": ${lines(
      channels.map((channel) => JSON.stringify(channel)),
      ['[', ']'],
    )}`,
    `"shapes": ${lines(
      shapes.map((shape) => JSON.stringify(shape)),
      ['[', ']'],
    )}`,
    `"forms": ${lines(
      Object.entries(forms).map(([hash, form]) => `${JSON.stringify(hash)}: ${JSON.stringify(form)}`),
      ['{', '}'],
    )}`,
  ];
  return `{\n  ${fields.join(',\n  ')}\n}\n`;
}

function lines(entries: readonly string[], [open, close]: readonly [string, string]): string {
  return entries.length === 0 ? `${open}${close}` : `${open}\n    ${entries.join(',\n    ')}\n  ${close}`;
}
