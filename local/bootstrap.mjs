// The first step of `npm start` and `npm test`. It runs under the Node that happens to be on the machine (20 or
// newer) and before anything is installed, so it imports nothing but Node itself. Node 24 comes with the packages;
// the rest is TypeScript and is started through `npm run`, because only a new shell finds the new `node`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = process.argv[2] ?? 'start';

main().catch((error) => {
  console.error(error.name === 'Fault' ? `✖ ${error.message}` : error);
  process.exit(1);
});

async function main() {
  const python = checkMachine();
  if (command === 'start') await checkPorts();
  installPackages();
  const run = npm(['run', '--silent', `${command}:local`, '--', ...process.argv.slice(3)]);
  const child = spawn(run.file, run.args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BANLI_PYTHON: python },
  });
  // Ctrl-C reaches the whole group: the child stops what it started, we only wait for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

function checkMachine() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw fault(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
  const python = findPython();
  console.log(`✔ Node ${process.versions.node}, Python ${python.version}`);
  return python.file;
}

/** The first Python that can make a virtual environment. */
function findPython() {
  const probe = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';
  const names = process.env.BANLI_PYTHON
    ? [process.env.BANLI_PYTHON]
    : ['python3', 'python', ...newerNames()];
  let found = 'none was found';
  for (const file of names) {
    const result = spawnSync(file, ['-c', probe], { encoding: 'utf8' });
    if (result.error) continue;
    if (result.status !== 0) {
      found = `${file} has no venv module (on Debian and Ubuntu: apt install python3-venv)`;
      continue;
    }
    const version = result.stdout.trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major > 3 || (major === 3 && minor >= 10)) return { file, version };
    found = `${file} is ${version}`;
  }
  throw fault(
    `Python 3.10 or newer is needed for the local cloud, ${found}: install it, or name one in BANLI_PYTHON.`,
  );
}

function newerNames() {
  return ['3.14', '3.13', '3.12', '3.11', '3.10'].map((version) => `python${version}`);
}

/** Before a minute of installing, not after it. */
async function checkPorts() {
  const ports = {
    BANLI_PORT: process.env.BANLI_PORT ?? '4300',
    BANLI_CLOUD_PORT: process.env.BANLI_CLOUD_PORT ?? '4301',
  };
  for (const [name, port] of Object.entries(ports)) {
    if (!(Number(port) > 0 && Number(port) < 65536))
      throw fault(`${name}=${port} is not a port number: give one from 1 to 65535.`);
    if (await answers(Number(port)))
      throw fault(
        `Port ${port} is taken: stop what uses it, or choose another one: ${name}=<port> npm start`,
      );
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function installPackages() {
  if (isInstalled()) return;
  const started = Date.now();
  console.log('… installing packages (about a minute the first time)');
  const log = join(root, '.local', 'logs', 'npm-ci.log');
  mkdirSync(dirname(log), { recursive: true });
  const run = npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts=false']);
  const output = openSync(log, 'w');
  const result = spawnSync(run.file, run.args, { cwd: root, stdio: ['ignore', output, output] });
  if (result.signal) process.exit(130);
  if (result.status !== 0 || !hasNode24())
    throw fault(`${adviceFor(readFileSync(log, 'utf8'))} (details: .local/logs/npm-ci.log).`);
  console.log(`✔ Packages installed (${Math.round((Date.now() - started) / 1000)} s)`);
}

function adviceFor(output) {
  if (output.includes('EUSAGE'))
    return 'package.json and package-lock.json disagree: run `npm install` and try again';
  if (output.includes('ENOSPC')) return 'The disk is full: make room (about 2 GB) and try again';
  return 'Packages could not be downloaded: check the network and `npm config get registry`, then try again';
}

/** npm keeps a copy of the lock file for what it really installed; they differ when the lock changed, or an install broke off. */
function isInstalled() {
  const wanted = readLock('package-lock.json');
  const present = readLock('node_modules/.package-lock.json');
  if (!wanted || !present || !hasNode24()) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const other = present[path];
    return other
      ? other.version === entry.version && other.integrity === entry.integrity
      : entry.optional || entry.peer;
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function hasNode24() {
  const result = spawnSync(join(root, 'node_modules', '.bin', 'node'), ['--version'], { encoding: 'utf8' });
  return result.status === 0 && result.stdout.startsWith('v24.');
}

function npm(args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? { file: process.execPath, args: [cli, ...args] } : { file: 'npm', args };
}

function fault(message) {
  return Object.assign(new Error(message), { name: 'Fault' });
}
