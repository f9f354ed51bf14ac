import Emittery from 'emittery';

/** Emittery. */
export function firstEvent(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const emitter = new Emittery<{ note: { readonly number: number } }>();
    emitter.on('note', resolve);
    emitter.emit('note', { number: 1 }).catch(reject);
  });
}
