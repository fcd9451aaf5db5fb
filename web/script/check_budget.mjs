// SPDX-License-Identifier: EUPL-1.2
// Fails when the page grows too heavy. Counted apart: what readers load (all script and style but the rest, with the
// larger of the catalogues, as one reads in one language), what only the map and the graph need, what only those load
// who look closer at partners or at the news, and what only those load who edit. A single page loads less than its part.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const kBudget = 140_000;
const kCloserBudget = 20_000;
const kDeskBudget = 60_000;
const kNewsBudget = 10_000;
const kPressBudget = 35_000;
const kLazy = /^(WorldMap|CooperationGraph)-/;
const kCatalogue = /^(de|en)-/;
const kCloser = /^((Why|Paths|Compare|Teams|Notes)Page|PairNotes)-/;
const kNews = /^(News|Item)Page-/;
const kPress = /^(Press\w*Page|FeedsPage|press\.(de|en))-/;
const kDesk =
  /^(forms|Writer|(New|Edit|History|Visibility|Related|Suggestion|Review|Drafts|Users|Audit|Merge|OwnData|Person|Register)Page)-/;

const folder = new URL('../dist/assets/', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
const size = (name) => gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length;
const total = (names) => names.reduce((sum, name) => sum + size(name), 0);
const apart = [kLazy, kCatalogue, kCloser, kNews, kDesk, kPress];
const catalogue = Math.max(...files.filter((name) => kCatalogue.test(name)).map(size));
const first = total(files.filter((name) => !apart.some((part) => part.test(name)))) + catalogue;
const closer = total(files.filter((name) => kCloser.test(name)));
const news = total(files.filter((name) => kNews.test(name)));
const lazy = total(files.filter((name) => kLazy.test(name)));
const press = total(files.filter((name) => kPress.test(name)));
const desk = total(files.filter((name) => kDesk.test(name)));
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `script and style, compressed: ${kilobytes(first)} of ${kilobytes(kBudget)}; ` +
    `partners looked at closer: ${kilobytes(closer)} of ${kilobytes(kCloserBudget)}; ` +
    `news: ${kilobytes(news)} of ${kilobytes(kNewsBudget)}; ` +
    `editing: ${kilobytes(desk)} of ${kilobytes(kDeskBudget)}; ` +
    `press desk: ${kilobytes(press)} of ${kilobytes(kPressBudget)}; map and graph: ${kilobytes(lazy)}`,
);
const isOver =
  first > kBudget || closer > kCloserBudget || news > kNewsBudget || desk > kDeskBudget || press > kPressBudget;
if (isOver) {
  console.error('The page is over its budget.');
  process.exit(1);
}
