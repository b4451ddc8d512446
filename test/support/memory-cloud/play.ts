import type { MemoryCloud } from './cloud.ts';
import { openHall } from './hall.ts';
import { keepMoment } from './moment.ts';
import { wrongs } from './outcome.ts';
import { SCENES } from './scenes.ts';
import { Story } from './stories.ts';
import { Recorder } from './tape.ts';

/** The scenes, each in a hall of its own, undisturbed and recorded; throws when one is wrong already. */
export async function play(titles: readonly string[] = Object.keys(SCENES)): Promise<{
  readonly cloud: MemoryCloud;
  readonly tape: Recorder;
  /** Back to the hall on its first morning. */
  readonly opened: () => void;
}> {
  const cloud = await openHall();
  const opened = keepMoment(cloud);
  const tape = new Recorder(cloud);
  for (const [n, title] of titles.entries()) {
    opened();
    await SCENES[title]?.(new Story(cloud, `person${n}`, tape), cloud);
    tape.endScene(title);
    const wrong = [
      ...wrongs(cloud),
      ...cloud.works.dead.map((work) => `dead letter: ${JSON.stringify(work)}`),
    ];
    if (wrong.length > 0) throw new Error(`${title}: ${wrong.join('; ')}`);
  }
  cloud.began = () => {};
  return { cloud, tape, opened };
}
