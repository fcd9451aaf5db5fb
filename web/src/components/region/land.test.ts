// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { landOf } from './land';

const region = (id: string, name: string) => ({ kind: 'region', id, name });

describe('the region beside a town', () => {
  it('is the state in a country of states', () => {
    const around = [
      region('DEB3B', 'Alzey-Worms'),
      region('DEB3', 'Rheinhessen-Pfalz'),
      region('DEB', 'Rheinland-Pfalz'),
    ];
    expect(landOf(around)?.name).toBe('Rheinland-Pfalz');
  });

  it('is level 2 elsewhere', () => {
    const around = [region('AT221', 'Graz'), region('AT22', 'Steiermark'), region('AT2', 'Südösterreich')];
    expect(landOf(around)?.name).toBe('Steiermark');
  });

  it('is nothing where only the code is known', () => {
    expect(landOf([region('PL213', 'PL213'), region('PL21', 'PL21')])).toBeUndefined();
    expect(landOf([])).toBeUndefined();
  });
});
