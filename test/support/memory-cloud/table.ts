import { type Attribute, holds, type Item, type Terms, updated } from './expressions.ts';
import { AwsError } from './wire.ts';

type Rows = ReadonlyMap<string, Item>;
export type Kept = ReadonlyMap<string, Rows>;

interface Write extends Terms {
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ReturnValues?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

interface Query extends Terms {
  readonly IndexName?: string;
  readonly KeyConditionExpression: string;
  readonly ScanIndexForward?: boolean;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item;
}

const text = (attribute: Attribute | undefined) => String(attribute?.S);

/** One table in memory. Rows are never changed in place, so that keeping a moment costs one copy of the outer map. */
export class MemoryTable {
  #partitions: Map<string, Rows> = new Map();
  /** What stands under each key of each index; made when it is asked for, void with the next write. */
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly Item[]>>();
  readonly #inserted: (item: Item) => void;
  /** Versions that somebody overwrote: must stay empty. */
  readonly overwritten: string[] = [];

  constructor(inserted: (item: Item) => void = () => {}) {
    this.#inserted = inserted;
  }

  keep(): Kept {
    return new Map(this.#partitions);
  }

  putBack(kept: Kept): void {
    this.#partitions = new Map(kept);
    this.#indexes.clear();
  }

  items(): readonly Item[] {
    return [...this.#partitions.values()].flatMap((rows) => [...rows.values()]);
  }

  GetItem({ Key }: { readonly Key: Item }) {
    const found = this.#find(Key);
    return found === undefined ? {} : { Item: found };
  }

  PutItem(write: Write) {
    const { Item: item = {} } = write;
    this.#judge(this.#find(item), write);
    this.#put(item);
    return {};
  }

  UpdateItem(write: Write) {
    const { Key: key = {}, UpdateExpression = '', ReturnValues } = write;
    const before = this.#find(key);
    this.#judge(before, write);
    const after = updated(before ?? key, UpdateExpression, write);
    this.#put(after);
    return ReturnValues === undefined || ReturnValues === 'NONE' ? {} : { Attributes: after };
  }

  Query(query: Query) {
    const { IndexName, KeyConditionExpression, ScanIndexForward = true, Limit, ExclusiveStartKey } = query;
    const sort = IndexName === undefined ? 'sk' : `${IndexName}sk`;
    const among = this.#partitionOf(query);
    const place = (item: Item) => `${text(item[sort])}\n${text(item.pk)}\n${text(item.sk)}`;
    const way = ScanIndexForward ? 1 : -1;
    const found = among
      .filter((item) => item[sort] !== undefined && holds(KeyConditionExpression, item, query))
      .map((item) => ({ item, at: place(item) }))
      .sort((one, other) => (one.at < other.at ? -way : way));
    const after = ExclusiveStartKey === undefined ? undefined : place(ExclusiveStartKey);
    const rest = after === undefined ? found : found.filter(({ at }) => (way > 0 ? at > after : at < after));
    const page = rest.slice(0, Limit).map(({ item }) => item);
    const last = page.at(-1);
    const full = Limit !== undefined && page.length === Limit && last !== undefined;
    return { Items: page, Count: page.length, ...(full && { LastEvaluatedKey: keyOf(last, sort) }) };
  }

  /** The same item twice in one batch is refused by the service. */
  batch(keys: readonly Item[]): readonly Item[] {
    const distinct = new Set(keys.map((key) => JSON.stringify(key)));
    if (distinct.size !== keys.length) throw new AwsError('ValidationException', 400);
    return keys.map((key) => this.#find(key)).filter((found) => found !== undefined);
  }

  #partitionOf({ KeyConditionExpression, IndexName, ...terms }: Query): readonly Item[] {
    const [, value = ''] = /[\w#]+ = (:\w+)/.exec(KeyConditionExpression) ?? [];
    const key = text(terms.ExpressionAttributeValues?.[value]);
    if (IndexName === undefined) return [...(this.#partitions.get(key)?.values() ?? [])];
    const index =
      this.#indexes.get(IndexName) ?? Map.groupBy(this.items(), (item) => text(item[`${IndexName}pk`]));
    this.#indexes.set(IndexName, index);
    return index.get(key) ?? [];
  }

  #find({ pk, sk }: Item): Item | undefined {
    return this.#partitions.get(text(pk))?.get(text(sk));
  }

  #judge(before: Item | undefined, write: Write): void {
    const { ConditionExpression, ReturnValuesOnConditionCheckFailure } = write;
    if (ConditionExpression === undefined || holds(ConditionExpression, before, write)) return;
    const shown = ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && before !== undefined;
    throw new AwsError('ConditionalCheckFailedException', 400, shown ? { Item: before } : {});
  }

  #put(item: Item): void {
    const [pk, sk] = [text(item.pk), text(item.sk)];
    const rows = new Map(this.#partitions.get(pk));
    const before = rows.get(sk);
    if (before !== undefined && sk.startsWith('v#')) this.overwritten.push(`${pk} ${sk}`);
    rows.set(sk, item);
    this.#partitions.set(pk, rows);
    this.#indexes.clear();
    if (before === undefined) this.#inserted(item);
  }
}

function keyOf(item: Item, sort: string): Item {
  const { pk = {}, sk = {} } = item;
  return { pk, sk, [sort]: item[sort] ?? {} };
}
