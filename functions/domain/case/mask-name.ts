/** A name as lists show it: the first and last character, the middle hidden; of two characters the first. 王小明 → 王*明 */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const [first = '*'] = characters;
  if (characters.length <= 2) return `${first}*`;
  return `${first}*${characters.at(-1)}`;
}
