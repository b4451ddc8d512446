import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { FONT_FILES } from '../functions/papers/font-files.ts';

const ROOT = join(import.meta.dirname, '..');

/** Folders of functions: each holds one folder per deployed function. */
export const FUNCTION_GROUPS = ['api', 'workflow', 'events'] as const;
export type FunctionGroup = (typeof FUNCTION_GROUPS)[number];

/** The deployed functions, `<group>/<folder>`: what stands in functions/ is what is deployed. */
export function deployedFunctions(): readonly string[] {
  return FUNCTION_GROUPS.flatMap((group) =>
    readdirSync(join(ROOT, 'functions', group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${group}/${name}`),
  );
}

/** Native parts and fonts stay files beside the bundle of the one function that prints certificates. */
const EXTERNAL = ['@myriaddreamin/typst-ts-node-compiler'];

/** Some of our libraries are CommonJS and call `require`; an ESM bundle has none unless it is given. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Bundles every function in one call; answers the folder that holds `<group>-<folder>/index.mjs` for each. */
export async function bundleFunctions(folder = join(ROOT, 'dist', 'functions')): Promise<string> {
  const entryPoints = Object.fromEntries(
    deployedFunctions().map((name) => [
      `${name.replace('/', '-')}/index`,
      join(ROOT, 'functions', name, 'index.ts'),
    ]),
  );
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    keepNames: true,
    sourcemap: false,
    external: EXTERNAL,
    loader: { '.typ': 'text', '.html': 'text' },
    banner: { js: REQUIRE },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  packPrinter(join(folder, 'workflow-make-certificate'));
  return folder;
}

/** What the printer of certificates needs beside its bundle: the compiler's native part for Lambda's processor, and the fonts. */
function packPrinter(folder: string): void {
  const modules = join(ROOT, 'node_modules');
  const pack = (from: string, to: string) =>
    cpSync(join(modules, from), join(folder, to), { recursive: true, dereference: true });
  const compiler = '@myriaddreamin/typst-ts-node-compiler';
  for (const file of ['index.js', 'index-napi.js', 'package.json', 'LICENSE']) {
    pack(`${compiler}/${file}`, `node_modules/${compiler}/${file}`);
  }
  pack(`${compiler}-linux-x64-gnu`, `node_modules/${compiler}-linux-x64-gnu`);
  for (const { name, source } of FONT_FILES) pack(source, `fonts/${name}`);
  pack('@expo-google-fonts/noto-sans-tc/LICENSE_FONT', 'fonts/OFL.txt');
}
