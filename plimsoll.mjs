#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, handOver, install } from './launch.mjs';

const args = process.argv.slice(2);
install();
if (args[0] === 'start') build();
handOver([join(dirname(fileURLToPath(import.meta.url)), 'cli.ts'), ...args]);
