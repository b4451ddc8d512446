/** Prints the one-time password of a colleague of the local cloud: `npm run one-time-password -- officer`. */
import { TOTP } from 'otpauth';
import * as z from 'zod/mini';
import { clientsFor, localRegion } from './aws.ts';
import { fault, report } from './fault.ts';
import { readMark } from './marks.ts';
import { cloudPort } from './ports.ts';
import { ACCOUNTS_MARK } from './seed/steps.ts';

const [name = ''] = process.argv.slice(2);
try {
  const { documents } = clientsFor(`http://127.0.0.1:${cloudPort()}`, localRegion);
  const kept = z
    .record(z.string(), z.string())
    .parse(JSON.parse((await readMark(documents, ACCOUNTS_MARK)) ?? '{}'));
  const secret = kept[name];
  if (secret === undefined)
    throw fault(`No colleague "${name}": use one of ${Object.keys(kept).join(', ')}.`);
  console.log(new TOTP({ secret }).generate());
} catch (error) {
  report(error);
  process.exitCode = 1;
}
