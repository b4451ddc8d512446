/**
 * The fonts of printed papers: both weights of both families, or bold words would mix weights. `source` is where
 * the file stands among the packages, `name` what it is called in the directory the printer is given.
 */
export const FONT_FILES = [
  fontFile('noto-sans-tc', '400Regular', 'NotoSansTC'),
  fontFile('noto-sans-tc', '700Bold', 'NotoSansTC'),
  fontFile('noto-sans-sc', '400Regular', 'NotoSansSC'),
  fontFile('noto-sans-sc', '700Bold', 'NotoSansSC'),
] as const;

function fontFile(
  family: string,
  weight: string,
  prefix: string,
): { readonly name: string; readonly source: string } {
  const name = `${prefix}_${weight}.ttf`;
  return { name, source: `@expo-google-fonts/${family}/${weight}/${name}` };
}
