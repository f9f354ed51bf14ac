import type { SideFigures, Strike } from './figures.js';
import type { Incident, Report, Reporter, Role } from './report.js';
import { tally } from './tallies.js';

interface Participant {
  readonly role: Role;
  readonly incidents: Incident[];
}

/** Who takes part on one side, and what happened to each. */
export class Attendance {
  readonly #participants = new Map<string, Participant>();
  #mostWaiting = 0;
  #mostRssBytes = 0;

  /** Somebody is there, or somebody else in its place. */
  enter({ role, index }: Reporter): void {
    const key = `${role} ${index}`;
    if (!this.#participants.has(key)) this.#participants.set(key, { role, incidents: [] });
  }

  take({ role, index }: Reporter, { incidents, vitals }: Report): void {
    this.#participants.get(`${role} ${index}`)?.incidents.push(...(incidents ?? []));
    this.#mostWaiting = Math.max(this.#mostWaiting, vitals?.waiting ?? 0);
    this.#mostRssBytes = Math.max(this.#mostRssBytes, vitals?.rssBytes ?? 0);
  }

  /** Incidents of one kind, of everybody, or of those of one role. */
  incidents<K extends Incident['kind']>(kind: K, role?: Role): readonly Extract<Incident, { kind: K }>[] {
    return [...this.#participants.values()].flatMap((each) =>
      role === undefined || each.role === role ? ofKind(each.incidents, kind) : [],
    );
  }

  get disconnects(): number {
    return this.incidents('status').filter(({ status }) => status === 'reconnecting').length;
  }

  /** The codes of problems that were told since then to those of one role. */
  problemsOf(role: Role, since: number): readonly string[] {
    return this.incidents('status', role).flatMap(({ at, problem }) => (at >= since ? (problem ?? []) : []));
  }

  /** What there is to tell of them. */
  figures(
    strikes: readonly Strike[],
  ): Pick<
    SideFigures,
    'disconnects' | 'noticedMs' | 'invalid' | 'errors' | 'problems' | 'crashes' | 'mostWaiting' | 'mostRssBytes'
  > {
    return {
      disconnects: this.disconnects,
      noticedMs: strikes.flatMap((strike, index) => this.#noticed(strike, strikes[index + 1])),
      invalid: tally(this.incidents('invalid').map(({ reason }) => reason)),
      errors: tally(this.incidents('error').map(({ code }) => code)),
      problems: [...new Set(this.incidents('status').flatMap(({ problem }) => problem ?? []))],
      crashes: tally(this.incidents('crash').map(({ what }) => what)),
      mostWaiting: this.#mostWaiting,
      mostRssBytes: this.#mostRssBytes,
    };
  }

  #noticed({ from }: Strike, next: Strike | undefined): readonly number[] {
    return [...this.#participants.values()].flatMap(({ incidents }) => {
      const statuses = ofKind(incidents, 'status');
      // Whoever was not well before has nothing to notice.
      if (statuses.findLast(({ at }) => at < from)?.status !== 'ready') return [];
      const first = statuses.find(({ status, at }) => status !== 'ready' && at >= from);
      return first === undefined || (next !== undefined && first.at >= next.from) ? [] : [first.at - from];
    });
  }
}

function ofKind<K extends Incident['kind']>(
  incidents: readonly Incident[],
  kind: K,
): readonly Extract<Incident, { kind: K }>[] {
  return incidents.filter((each): each is Extract<Incident, { kind: K }> => each.kind === kind);
}
