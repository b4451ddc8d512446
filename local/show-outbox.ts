import { readKept } from './outbox.ts';
import { outboxText } from './outbox-page.ts';
import { localPath } from './places.ts';

console.log(outboxText(await readKept(localPath('cloud', 'outbox.jsonl'))));
