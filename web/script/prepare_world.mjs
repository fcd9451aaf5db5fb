// SPDX-License-Identifier: EUPL-1.2
// Makes src/generated/world.json: the countries of world-atlas, simplified, named by ISO 3166-1 alpha-2.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import iso from 'iso-3166-1';
import { presimplify, simplify } from 'topojson-simplify';
import { quantize } from 'topojson-client';

const kMinimumArea = 0.012; // square degrees; smaller wiggles are left out
const kQuantization = 20_000;

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const full = JSON.parse(readFileSync(source, 'utf8'));
delete full.objects.land;
full.objects.countries.geometries = full.objects.countries.geometries
  .filter((shape) => shape.properties.name !== 'Antarctica')
  .map(({ type, arcs, id, properties }) => ({
    type,
    arcs,
    id: iso.whereNumeric(id)?.alpha2 ?? (properties.name === 'Kosovo' ? 'XK' : ''),
  }));
const world = quantize(simplify(presimplify(full), kMinimumArea), kQuantization);
const folder = new URL('../src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('world.json', folder), JSON.stringify(world));
