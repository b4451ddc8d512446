/**
 * Reads a place out of the log: `npm run place -- api/cases "at a (file:///var/task/index.mjs:12:345) < at …"`. Bundles keep no
 * names, so that a function starts sooner; the same commit makes the same bundle, and its map says which line of the
 * source stands there. Run it on the commit that is deployed.
 */
import { deployedFunctions, mapFunction } from '../infra/bundle/bundle.ts';
import { beginCommand } from './command.ts';
import { placesIn } from './places-in.ts';

const [folder = '', ...place] = beginCommand().words;
if (!deployedFunctions().includes(folder))
  throw new Error(`Name the function by its folder, one of: ${deployedFunctions().join(', ')}`);
const { map } = await mapFunction(folder);
const found = placesIn(place.join(' '), map);
if (found.length === 0) throw new Error('Give the place as the log has it: index.mjs:<line>:<column>');
for (const line of found) console.log(line);
