import type { LeftOvers, WrittenVersion } from '../../ports/relay-store.ts';

export interface Span {
  readonly from: string;
  readonly until: string;
}

const SLICE_MINUTES = 10;

/** Every version written in a span, shard by shard, every page of it. */
export async function* versionsIn(
  leftOvers: Pick<LeftOvers, 'written'>,
  logShards: number,
  span: Span,
): AsyncGenerator<WrittenVersion> {
  for (let shard = 0; shard < logShards; shard += 1) {
    let page: string | undefined;
    do {
      const { items, next } = await leftOvers.written(span, shard, page);
      yield* items;
      page = next;
    } while (page !== undefined);
  }
}

/** Spans of ten minutes at most, or of an hour; none over the turn of an hour: the log is keyed by hour. */
export function slicesBetween(
  from: string,
  until: string,
  minutes: 60 | typeof SLICE_MINUTES = SLICE_MINUTES,
): readonly Span[] {
  const slices: Span[] = [];
  const length = minutes * 60_000;
  const end = Date.parse(until);
  for (let at = Date.parse(from); at < end; ) {
    const next = Math.min(Math.floor(at / length) * length + length, end);
    slices.push({ from: new Date(at).toISOString(), until: new Date(next).toISOString() });
    at = next;
  }
  return slices;
}
