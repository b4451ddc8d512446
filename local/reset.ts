import { rm } from 'node:fs/promises';
import { refuseSecond } from './emulator.ts';
import { report } from './fault.ts';
import { localPath } from './places.ts';

// Clears the local cloud with everything in it; the installed packages stay.
try {
  await refuseSecond(localPath('cloud'));
  await rm(localPath('cloud'), { recursive: true, force: true });
  console.log('✔ The local cloud is empty: the next `npm start` makes it anew');
} catch (error) {
  report(error);
  process.exitCode = 1;
}
