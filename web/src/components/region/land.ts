// SPDX-License-Identifier: EUPL-1.2
// The region that people name beside a town. Pure.
import type { Schemas } from '../../api/client';

/** Where the states or regions of a country are NUTS level 1; elsewhere they are level 2. */
const kLevel1: ReadonlySet<string> = new Set(['BE', 'DE', 'FR', 'UK']);
const kCountryLength = 2;

/** Rheinland-Pfalz for Wörrstadt, Steiermark for Graz; nothing where its name is unknown. */
export function landOf(regions: readonly Schemas['Ref'][]): Schemas['Ref'] | undefined {
  return regions.find(({ id, name }) => {
    const level = kLevel1.has(id.slice(0, kCountryLength)) ? 1 : 2;
    return id.length === kCountryLength + level && name !== id;
  });
}
