/** Complete events as one text: a lone one as it is, several as a CloudEvents batch. */
export function batchText(events: readonly string[]): string {
  const [first = ''] = events;
  if (events.length === 1) return first;
  let text = `[${first}`;
  // Sooner done than by `join`, which makes one piece of each event first.
  for (let at = 1; at < events.length; at += 1) text += `,${events[at]}`;
  return `${text}]`;
}
