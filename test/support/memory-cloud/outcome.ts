import { breaches } from '../invariants.ts';
import type { MemoryCloud } from './cloud.ts';
import type { Attribute, Item } from './expressions.ts';
import { ONCE } from './people.ts';

type Plain = Readonly<Record<string, unknown>>;

export function plainItems(cloud: MemoryCloud): readonly Plain[] {
  return cloud.records.items().map(plainItem);
}

function plainItem(item: Item): Plain {
  return Object.fromEntries(Object.entries(item).map(([name, attribute]) => [name, plain(attribute)]));
}

function plain(attribute: Attribute): unknown {
  const [type = '', value] = Object.entries(attribute)[0] ?? [];
  if (type === 'N') return Number(value);
  if (type === 'B') return new Uint8Array(Buffer.from(String(value), 'base64'));
  if (type === 'L') return (value as Attribute[]).map(plain);
  if (type === 'M') return plainItem(value as Item);
  return type === 'NULL' ? null : value;
}

/** What must hold of the cloud at rest, whatever happened on the way: each breach by name. */
export function wrongs(cloud: MemoryCloud): readonly string[] {
  return [
    ...breaches(plainItems(cloud)),
    ...cloud.records.overwritten.map((version) => `${version} was overwritten`),
    ...[...cloud.unknown].map((call) => `${call} is not known to the cloud in memory`),
    ...runningTwice(cloud),
  ];
}

function runningTwice({ machine }: MemoryCloud): readonly string[] {
  const cases = machine.running().map(({ caseId }) => caseId);
  return cases
    .filter((caseId, n) => cases.indexOf(caseId) !== n)
    .map((caseId) => `${caseId} has two executions`);
}

/**
 * What came of it all, without what may differ between two runs of the same: ids that are drawn, instants, order between
 * records. Events of each record in order, where each message and follow-up ended, what reached people, numbers.
 */
export function outcomeOf(cloud: MemoryCloud): readonly string[] {
  const items = plainItems(cloud);
  const records = new Map<string, string[]>();
  for (const item of items.filter(({ sk }) => String(sk).startsWith('v#'))) {
    const name = String(item.pk);
    const clear: { event: { type: string }; state: { status?: string; outcome?: string } } = JSON.parse(
      String(item.clear),
    );
    const { status = '', outcome = '' } = clear.state;
    const told = [clear.event.type, status, outcome].filter((word) => word !== '').join(' ');
    records.set(name, [...(records.get(name) ?? []), told]);
  }
  const kindOf = (name: string) => name.split('#')[0];
  const messages = items.filter(({ sk }) => sk === 'message');
  // An id carries the number of a version, before which a note may have come or not.
  const kindOfMessage = new Map(
    messages.map(({ messageId, message }) => [String(messageId), String(message)]),
  );
  const ended = messages.map(({ message, channel, status }) => `message ${message} ${channel} ${status}`);
  const mails = new Map(cloud.mails.map(({ to, tag = '' }) => [tag, `mail ${to} ${kindOfMessage.get(tag)}`]));
  const sent = [...mails].flatMap(([tag, mail]) => (tag.startsWith('code-') ? [] : [mail]));
  const told = [...records].map(([name, events]) => `${kindOf(name)}: ${foldNotes(events)}`);
  // Whoever was answered by success undisturbed is so in the end; what was refused may be refused in other words.
  const lasting = [...cloud.answers].filter(([id]) => !id.startsWith(ONCE));
  const answers = lasting.map(([id, { status }]) => `${id} ${status < 300 ? 'done' : 'not done'}`);
  return [...told, ...ended, ...sent, ...answers].toSorted();
}

/** Notes of the system (a file was inspected, a message arrived or failed) come in whatever order, and at whatever status. */
function foldNotes(events: readonly string[]): string {
  const isNote = (event: string) =>
    /^(file-scanned|document-uploaded|delivery-reported|message-failed)/.test(event);
  const notes = events.filter(isNote).map((event) => event.split(' ')[0]);
  // Whose case is given and whose is taken back: the order between cases, or of the two, is nobody's.
  const ofRoster = events.every((event) => /^(assigned|released|waiting)/.test(event));
  if (ofRoster) return events.toSorted().join(', ');
  return [...events.filter((event) => !isNote(event)), ...new Set(notes.toSorted())].join(', ');
}

/** Mails beyond one for each message: allowed only where a message is flagged as sent again. */
export function doubled(cloud: MemoryCloud): readonly string[] {
  const flagged = new Set(
    plainItems(cloud)
      .filter(({ sk, resent }) => sk === 'message' && resent === true)
      .map(({ messageId }) => String(messageId)),
  );
  const tags = cloud.mails.map(({ tag = '' }) => tag).filter((tag) => !tag.startsWith('code-'));
  const twice = tags.filter((tag, n) => tags.indexOf(tag) !== n);
  return twice.filter((tag) => !flagged.has(tag)).map((tag) => `${tag} was mailed twice and not flagged`);
}
