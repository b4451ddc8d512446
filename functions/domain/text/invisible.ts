/** Half of a pair that stands for one character: no text, and no canonical JSON can be made of it. */
const LONE_SURROGATE = /\p{Cs}/gu;
/** Control characters but tab and line ends. */
const CONTROL = /[^\P{Cc}\n\r\t]/gu;
/** Scripts that are written with joiners: without them Persian and Sinhala names would be changed [U11]. */
const JOINED =
  '\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Sinhala}\\p{Script=Malayalam}\\p{Script=Kannada}\\p{Script=Khmer}';
/** What steers direction, joins, or only takes room; the number signs of Arabic are formats that can be seen. */
const WITHOUT_GLYPH =
  '(?![\\u0600-\\u0605\\u06dd\\u08e2])[\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0]';
const INVISIBLE = new RegExp(
  `((?<=[${JOINED}]\\p{M}*)[\\u200c\\u200d](?=[${JOINED}]))|${WITHOUT_GLYPH}`,
  'gu',
);

/** The text without what nobody can see, so that two texts that look the same are the same more often. [R23] */
export function dropInvisible(text: string): string {
  return text.replace(LONE_SURROGATE, '').replace(CONTROL, '').replace(INVISIBLE, '$1');
}
