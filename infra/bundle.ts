import { cpSync, readdirSync, writeFileSync } from 'node:fs';
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

/** Loads a native part of its own, which must stand beside the bundle as a file. */
const PRINTER_PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

/** What each bundle is made of, beside the bundles: read by tests of size and content. */
export const BUNDLE_REPORT = 'report.json';

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
  const { metafile } = await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The modules of our libraries and not their CommonJS, which cannot be shaken: a third less to load.
    mainFields: ['module', 'main'],
    // Words stay as they are written; escaped they are twice as long.
    charset: 'utf8',
    minify: true,
    // A failure is logged by its place alone, never by its message: the place must be readable.
    keepNames: true,
    external: [PRINTER_PACKAGE],
    alias: { '@aws-sdk/credential-provider-node': join(ROOT, 'infra', 'lambda-credentials.ts') },
    metafile: true,
    banner: { js: REQUIRE },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  writeFileSync(join(folder, BUNDLE_REPORT), JSON.stringify(metafile));
  packPrinter(join(folder, 'workflow-make-certificate'));
  return folder;
}

/**
 * What the printer of certificates needs beside its bundle: the compiler with its native part for Lambda's processor,
 * and the fonts with their licence. 88 MB of Lambda's 250, so only the one function that prints has them.
 */
function packPrinter(folder: string): void {
  const modules = join(ROOT, 'node_modules');
  const pack = (from: string, to: string) =>
    cpSync(join(modules, from), join(folder, to), { recursive: true, dereference: true });
  for (const file of ['index.js', 'index-napi.js', 'package.json', 'LICENSE']) {
    pack(`${PRINTER_PACKAGE}/${file}`, `node_modules/${PRINTER_PACKAGE}/${file}`);
  }
  pack(`${PRINTER_PACKAGE}-linux-x64-gnu`, `node_modules/${PRINTER_PACKAGE}-linux-x64-gnu`);
  for (const { name, source } of FONT_FILES) pack(source, `fonts/${name}`);
  pack('@expo-google-fonts/noto-sans-tc/LICENSE_FONT', 'fonts/OFL.txt');
}
