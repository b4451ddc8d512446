import type { CaseReference } from '../../domain/case/rule.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import { calendarDefinition } from '../../domain/catalogue-records/calendar-record.ts';
import { serviceDefinition } from '../../domain/catalogue-records/service-record.ts';
import { type DayIndex, indexDays } from '../../domain/clock/calendar.ts';
import type { KeptVersion } from '../../domain/record/chain.ts';
import { readVersion } from '../../domain/record/read-version.ts';
import type { RecordStore } from '../../ports/record-store.ts';

export interface ServiceInForce {
  readonly service: Service;
  readonly version: number;
}

/** What cases are judged by: the service version each is pinned to, and the calendar of its hall. */
export interface References {
  serviceInForce(id: string): Promise<ServiceInForce | undefined>;
  /** The version a case is pinned to; `undefined` when there is none. */
  serviceAt(id: string, version: number): Promise<ServiceInForce | undefined>;
  ofCase(state: Pick<CaseState, 'service'>): Promise<{ readonly service: Service; readonly days: DayIndex }>;
  forCommand(
    state: Pick<CaseState, 'service'> | undefined,
    more?: Partial<CaseReference>,
  ): Promise<CaseReference>;
}

/** A change of the catalogue or of a calendar is seen by everyone after this long. */
const CACHE_SECONDS = 60;
const nothingSealed = () => {
  throw new TypeError('Services and calendars have no sealed part');
};

/** Pinned versions never change and are kept for the life of the process; what is in force is asked again each minute. */
export function makeReferences(
  store: Pick<RecordStore, 'newest' | 'versionAt'>,
  given: {
    readonly hall: string;
    readonly sha256: (text: string) => string;
    readonly nowMilliseconds: () => number;
  },
): References {
  const pinned = new Map<string, Service>();
  let calendar: { days: DayIndex; version: number; until: number } | undefined;

  async function pinnedService(id: string, version: number): Promise<Service | undefined> {
    const known = pinned.get(`${id}/${version}`);
    if (known !== undefined) return known;
    const kept = await versionNumbered(store, id, version);
    if (kept === undefined) return undefined;
    const { state } = readVersion(serviceDefinition, kept, nothingSealed);
    pinned.set(`${id}/${version}`, state);
    return state;
  }

  async function serviceAt(id: string, version: number): Promise<Service> {
    const service = await pinnedService(id, version);
    if (service === undefined) throw new Error(`service/${id} has no version ${version}`);
    return service;
  }

  async function calendarInForce() {
    if (calendar !== undefined && calendar.until > given.nowMilliseconds()) return calendar;
    const kept = await store.newest({ kind: 'calendar', id: given.hall });
    if (kept === undefined) throw new Error(`The hall ${given.hall} has no calendar`);
    const { state, version } = readVersion(calendarDefinition, kept.newest, nothingSealed);
    calendar = { days: indexDays(state), version, until: given.nowMilliseconds() + CACHE_SECONDS * 1000 };
    return calendar;
  }

  async function serviceInForce(id: string): Promise<ServiceInForce | undefined> {
    const kept = await store.newest({ kind: 'service', id });
    if (kept === undefined) return undefined;
    const { state, version } = readVersion(serviceDefinition, kept.newest, nothingSealed);
    return { service: state, version };
  }

  return {
    serviceInForce,
    serviceAt: async (id, version) => {
      const service = await pinnedService(id, version);
      return service && { service, version };
    },
    ofCase: async ({ service: { id, version } }) => {
      const [service, { days }] = await Promise.all([serviceAt(id, version), calendarInForce()]);
      return { service, days };
    },
    forCommand: async (state, more = {}) => {
      if (state === undefined) throw new Error('A command on a case that is not there has no reference');
      const { id, version } = state.service;
      const [service, { days, version: calendarVersion }] = await Promise.all([
        serviceAt(id, version),
        calendarInForce(),
      ]);
      return { service, serviceVersion: version, days, calendarVersion, sha256: given.sha256, ...more };
    },
  };
}

/** Numbers go on where an epoch is raised, so that a number names one version of the chain: the last epoch's that has it. */
async function versionNumbered(
  store: Pick<RecordStore, 'newest' | 'versionAt'>,
  id: string,
  version: number,
): Promise<KeptVersion | undefined> {
  const ref = { kind: 'service', id } as const;
  const { newest } = (await store.newest(ref)) ?? {};
  if (newest === undefined || newest.version === version) return newest;
  for (let epoch = newest.epoch; epoch >= 1; epoch -= 1) {
    const kept = await store.versionAt(ref, { epoch, version });
    if (kept !== undefined) return kept;
  }
  return undefined;
}
