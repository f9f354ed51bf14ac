import { openBus } from '../open-bus.js';
import type { WorkerName } from '../record.js';
import { transcribe } from '../transcribe.js';
import { TranscriptFolder } from '../transcript-folder.js';
import { runForParent } from './parent.js';

await runForParent(async (parent) => {
  const { place, folder } = await parent.order('start');
  const name = process.argv[2] as WorkerName;
  await using bus = openBus(place, name);
  for (const kind of ['error', 'invalid', 'deadLetter'] as const) {
    bus.on(kind, (report) => {
      const message = 'message' in report ? report.message : report.reason;
      void parent.tell({ kind: 'problem', message });
    });
  }
  await transcribe(bus, name, new TranscriptFolder(folder), (id) => void parent.tell({ kind: 'handled', id }));
  void parent.tell({ kind: 'ready' });

  await parent.order('finish');
  await bus.close();
  await parent.tell({ kind: 'finished' });
});
