import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { FONT_FILES } from '../../functions/papers/font-files.ts';
import { compile } from '../../functions/words/compile.ts';
import { clientVersions, compiledWords, ownHashes, requiredHttp, shakenSchemas } from './plugins.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Folders of functions: each holds one folder per deployed function. */
export const FUNCTION_GROUPS = ['api', 'workflow', 'events'] as const;

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

const folderOf = (name: string) => name.replace('/', '-');

/** One set of settings for what is deployed and for the map that explains it: the two must come out alike. */
function settings(names: readonly string[]) {
  return {
    entryPoints: Object.fromEntries(
      names.map((name) => [`${folderOf(name)}/index`, join(ROOT, 'functions', name, 'index.ts')]),
    ),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The modules of our libraries and not their CommonJS, which cannot be shaken: a third less to load.
    mainFields: ['module', 'main'],
    // Chinese stays as it is written; escaped it is twice as long.
    charset: 'utf8',
    // Names of functions go: a logged place is read with `npm run place`.
    minify: true,
    external: [PRINTER_PACKAGE],
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'lambda-credentials.ts'),
      '@smithy/core/event-streams': join(import.meta.dirname, 'unused-sdk.ts'),
      '@aws-sdk/middleware-endpoint-discovery': join(import.meta.dirname, 'unused-sdk.ts'),
    },
    plugins: [shakenSchemas, clientVersions, ownHashes, requiredHttp, compiledWords],
    banner: { js: REQUIRE },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  } satisfies BuildOptions;
}

/** Bundles every function in one call; answers the folder that holds `<group>-<folder>/index.mjs` for each. */
export async function bundleFunctions(folder = join(ROOT, 'dist', 'functions')): Promise<string> {
  const names = deployedFunctions();
  const { metafile } = await build({ ...settings(names), outdir: folder, metafile: true });
  writeFileSync(join(folder, BUNDLE_REPORT), JSON.stringify(metafile));
  for (const name of names) packWords(join(folder, folderOf(name)));
  packPrinter(join(folder, 'workflow-make-certificate'));
  return folder;
}

/** The bundle of one function as it is deployed, and the map from its places to those of the source. */
export async function mapFunction(name: string): Promise<{ readonly code: string; readonly map: string }> {
  const { outputFiles } = await build({
    ...settings([name]),
    outdir: join(ROOT, 'dist', 'functions'),
    sourcemap: 'external',
    sourcesContent: false,
    write: false,
  });
  const [map = '', code = ''] = outputFiles
    .toSorted((one, other) => Number(one.path.endsWith('.mjs')) - Number(other.path.endsWith('.mjs')))
    .map(({ text }) => text);
  return { code, map };
}

/** The words of each language beside the bundle, compiled: read when the language is first spoken. */
function packWords(folder: string): void {
  for (const language of LANGUAGES) {
    const texts: Record<string, string> = JSON.parse(
      readFileSync(join(ROOT, 'functions', 'words', `${language}.json`), 'utf8'),
    );
    const compiled = Object.entries(texts).map(([id, text]) => [id, compile(text)]);
    writeFileSync(join(folder, `${language}.json`), JSON.stringify(Object.fromEntries(compiled)));
  }
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
