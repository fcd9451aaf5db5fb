// SPDX-License-Identifier: EUPL-1.2
// Where a town lies, as the server's gazetteer knows it.
import { get } from '../../api/client';
import { router } from '../../lib/router.svelte';

/** Position of the largest town of this name; undefined when no town is known by it. */
export async function townAt(
  city: string,
  country: string,
): Promise<{ latitude: number; longitude: number } | undefined> {
  try {
    const query = { of: 'town', name: city, in: country, lang: router.language, limit: 1 } as const;
    const town = (await get('/places', query)).places[0];
    if (town?.latitude === undefined || town.longitude === undefined) return undefined;
    return { latitude: town.latitude, longitude: town.longitude };
  } catch {
    return undefined; // the position can be typed
  }
}
