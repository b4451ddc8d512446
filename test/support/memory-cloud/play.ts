import type { MemoryCloud } from './cloud.ts';
import { openHall } from './hall.ts';
import { keepMoment } from './moment.ts';
import { wrongs } from './outcome.ts';
import { SCENES } from './scenes.ts';
import { Story } from './stories.ts';
import { Recorder } from './tape.ts';

/** All scenes, each in a hall of its own, undisturbed and recorded; throws when one is wrong already. */
export async function playAll(): Promise<{ readonly cloud: MemoryCloud; readonly tape: Recorder }> {
  const cloud = await openHall();
  const opened = keepMoment(cloud);
  const tape = new Recorder(cloud);
  for (const [n, [title, scene]] of Object.entries(SCENES).entries()) {
    opened();
    await scene(new Story(cloud, `person${n}`, tape), cloud);
    const wrong = [
      ...wrongs(cloud),
      ...cloud.works.dead.map((work) => `dead letter: ${JSON.stringify(work)}`),
    ];
    if (wrong.length > 0) throw new Error(`${title}: ${wrong.join('; ')}`);
  }
  cloud.began = () => {};
  return { cloud, tape };
}
