// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { differencesOf, sentChoices } from './choices';

const kept = {
  id: 'a',
  kind: 'company',
  names: [{ text: 'A' }],
  city: 'Bonn',
  web: 'https://a.example',
  employees: 7,
  topics: ['light'],
  as_of: '2026-01-01',
};
const merged = {
  id: 'b',
  kind: 'cluster',
  names: [{ text: 'B' }],
  city: 'Kiel',
  country: 'DE',
  web: 'https://a.example',
  founded: 1999,
  topics: ['light'],
};

describe('where two records differ', () => {
  const list = differencesOf(kept, merged);
  const proposed = Object.fromEntries(list.map((one) => [one.name, one.proposal]));

  it('is told field by field, the place as a whole, ids and days not at all', () => {
    expect(list.map((one) => one.name)).toEqual(['kind', 'names', 'employees', 'founded', 'place']);
  });

  it('is proposed: what says something, lists together, a cluster rather than a company', () => {
    expect(proposed).toEqual({ kind: 'merged', names: 'both', employees: 'kept', founded: 'merged', place: 'both' });
    expect(list.find((one) => one.name === 'employees')?.choices).toEqual(['kept', 'merged']);
  });

  it('is sent without what is joined', () => {
    expect(sentChoices(list, { place: 'merged', employees: 'merged' })).toEqual([
      { field: 'kind', from: 'merged' },
      { field: 'employees', from: 'merged' },
      { field: 'founded', from: 'merged' },
      { field: 'street', from: 'merged' },
    ]);
  });
});
