// SPDX-License-Identifier: EUPL-1.2
// Fails when the first load grows too heavy. Counted is all script and style except what only the map and the graph
// need: more than any single page loads.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const kBudget = 150_000;
const kLazy = /^(WorldMap|CooperationGraph)-/;

const folder = new URL('../dist/assets/', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
const size = (name) => gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length;
const total = (names) => names.reduce((sum, name) => sum + size(name), 0);
const first = total(files.filter((name) => !kLazy.test(name)));
const lazy = total(files.filter((name) => kLazy.test(name)));
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `script and style, compressed: ${kilobytes(first)} of ${kilobytes(kBudget)}; map and graph: ${kilobytes(lazy)}`,
);
if (first > kBudget) {
  console.error('The first load is over its budget.');
  process.exit(1);
}
