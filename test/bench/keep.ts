import { mkdir, writeFile } from 'node:fs/promises';
import { localPath } from '../../local/places.ts';
import type { Figure } from './figure.ts';

export const figuresFolder = () => localPath('bench');

/** Shows the figures of one measurement and keeps them for the report. */
export async function keepFigures(name: string, figures: readonly Figure[]): Promise<void> {
  for (const { goal, what, measured, reference, aim, verdict } of figures) {
    console.log(
      `${goal} ${what}: ${measured} (beside ${reference})${aim === '' ? '' : ` – ${aim}: ${verdict}`}`,
    );
  }
  await mkdir(figuresFolder(), { recursive: true });
  await writeFile(`${figuresFolder()}/${name}.json`, JSON.stringify(figures, undefined, 2));
}
