import {
  type ActiveRegion,
  REGIME_CACHE_SECONDS,
  type Regime,
  type RegionSwitch,
} from '../../../functions/ports/active-region.ts';

/** The one item both regions read. */
export interface MemoryRegime {
  standing?: Regime;
  /** Nobody can read or write it: a region without the quorum. */
  lost?: ReadonlySet<string>;
}

/** The active region as one region sees it, with a cache of its own. */
export class MemoryActiveRegion implements ActiveRegion, RegionSwitch {
  readonly #item: MemoryRegime;
  readonly #own: string;
  readonly #first: string;
  #read: { readonly region: string; readonly at: number } | undefined;
  reads = 0;

  constructor(item: MemoryRegime, own: string, first: string) {
    this.#item = item;
    this.#own = own;
    this.#first = first;
  }

  async mayAct(now: string) {
    const at = Date.parse(now);
    if (this.#read === undefined || at - this.#read.at >= REGIME_CACHE_SECONDS * 1000) {
      this.reads += 1;
      this.#read = { region: (await this.regime())?.region ?? this.#first, at };
    }
    return this.#read.region === this.#own;
  }

  async regime() {
    this.#needQuorum();
    return this.#item.standing;
  }

  async replace(standing: Regime | undefined, next: Regime) {
    this.#needQuorum();
    if (this.#item.standing?.since !== standing?.since) return false;
    this.#item.standing = next;
    return true;
  }

  async beat(at: string) {
    this.#needQuorum();
    const { standing } = this.#item;
    if (standing === undefined && this.#own !== this.#first) return;
    if (standing !== undefined && (standing.region !== this.#own || (standing.healthyAt ?? '') >= at)) return;
    const begun = standing ?? { region: this.#own, epoch: 1, since: at, by: 'first-deployment' };
    this.#item.standing = { ...begun, healthyAt: at };
  }

  #needQuorum(): void {
    if (this.#item.lost?.has(this.#own)) throw new Error(`${this.#own} cannot reach the quorum`);
  }
}
