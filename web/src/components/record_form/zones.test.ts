// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { Content } from './fields';
import { withZone, zoneChoices, zoneName, zoneOf } from './zones';

test('a country has a zone that most of its people live in', () => {
  expect(['DE', 'FI', 'ES', 'PT', 'US', 'AU', ''].map(zoneOf)).toEqual([
    'Europe/Berlin',
    'Europe/Helsinki',
    'Europe/Madrid',
    'Europe/Lisbon',
    'America/New_York',
    'Australia/Sydney',
    '',
  ]);
});

test('the zones of the country come first, and the chosen one is never lost', () => {
  const choices = zoneChoices('US', 'Mars/Olympus').map((choice) => choice.code);
  expect(choices[0]).toBe('America/New_York');
  expect(choices.indexOf('Pacific/Honolulu')).toBeLessThan(choices.indexOf('Europe/Berlin'));
  expect(choices.at(-1)).toBe('Mars/Olympus');
  expect(zoneName('America/New_York')).toBe('America/New York');
});

test('the zone goes along with the country, but not one that somebody has chosen', () => {
  expect(withZone({}, { country: 'FI' })).toEqual({ country: 'FI', zone: 'Europe/Helsinki' });
  expect(withZone({ country: 'FI', zone: 'Europe/Helsinki' }, { country: 'US', zone: 'Europe/Helsinki' })).toEqual({
    country: 'US',
    zone: 'America/New_York',
  });
  const chosen: Content = { country: 'US', zone: 'America/Chicago' };
  expect(withZone({ country: 'US', zone: 'America/Chicago' }, { ...chosen, country: 'CA' }).zone).toBe(
    'America/Chicago',
  );
  expect(withZone(chosen, { ...chosen, city: 'Austin' })).toEqual({ ...chosen, city: 'Austin' });
});
