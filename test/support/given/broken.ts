export type Path = readonly (string | number)[];

/** Every path into a value, but those to the entries of lists: a list may be shorter. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const inside = Array.isArray(value)
    ? value.flatMap((part, n) => pathsIn(part, [...path, n]))
    : Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]));
  return path.length === 0 || typeof path.at(-1) === 'number' ? inside : [path, ...inside];
}

/** The file with what `change` makes of the value at a path; `undefined` takes the field out. */
export function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((part, n) => (n === key ? changed(part, rest, to) : part));
  const entries = Object.entries(value ?? {}).flatMap(([name, part]): [string, unknown][] => {
    if (name !== key) return [[name, part]];
    const next = changed(part, rest, to);
    return next === undefined ? [] : [[name, next]];
  });
  return Object.fromEntries(entries);
}
