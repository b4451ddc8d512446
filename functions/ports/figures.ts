import type { HourFigures, Levels, LogEntry } from '../domain/statistics/figures.ts';

export interface KeptHour {
  readonly figures: HourFigures;
  /** At the hour's end, or now while it is open. */
  readonly levels: Levels;
}

/** An hour's figures, put whole: whoever puts them twice, or late, puts the same. */
export interface Figures {
  /** Every entry of the log of a UTC hour. */
  entriesOf(hour: string): Promise<readonly LogEntry[]>;
  keepHour(hour: KeptHour): Promise<void>;
  hour(hour: string): Promise<KeptHour | undefined>;
}

/** What is measured now and published for alarms and the dashboard; never anything of a person. */
export interface Measures {
  publish(values: Readonly<Record<string, number>>, byPhase: Levels): Promise<void>;
}
