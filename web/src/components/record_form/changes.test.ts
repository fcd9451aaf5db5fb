// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { contentAt, differences, joined, proposal } from './changes';

const before = { record: 'organisation', city: 'Jena', web: 'https://a.example', employees: 3, topics: ['optics'] };

describe('two who changed one record', () => {
  it('differ where either changed something', () => {
    const mine = { ...before, city: 'Erfurt', employees: 4 };
    const theirs = { ...before, city: 'Gera', web: 'https://b.example', source: 'other' };
    const list = differences(before, mine, theirs);
    expect(list.map((one) => [one.field, one.contested])).toEqual([
      ['city', true],
      ['web', false],
      ['employees', false],
    ]);
    expect(list.map(proposal)).toEqual([undefined, 'theirs', 'mine']);
  });

  it('agree when both did the same, in whatever order', () => {
    const name = { text: 'A', lang: 'de' };
    expect(
      differences(before, { ...before, names: [name] }, { ...before, names: [{ lang: 'de', text: 'A' }] }),
    ).toEqual([]);
  });

  it('keep what was chosen, also that something is gone', () => {
    const theirs = { ...before, city: 'Gera', employees: 9 };
    const mine: Record<string, unknown> = { ...before, city: 'Erfurt' };
    delete mine['employees'];
    const list = differences(before, mine, theirs);
    const after = joined(theirs, list, { city: 'theirs', employees: 'mine' });
    expect(after['city']).toBe('Gera');
    expect(after['employees']).toBeUndefined();
  });
});

describe('an earlier version', () => {
  const steps = [
    {
      version: 9,
      fields: [
        { field: 'city', before: '"Jena"' },
        { field: 'web', before: '' },
      ],
    },
    { version: 5, fields: [{ field: 'employees', before: '2' }] },
    { version: 1, fields: [] },
  ];
  it('is what later changes are taken back from', () => {
    const now = { city: 'Gera', web: 'x', employees: 3 };
    expect(contentAt(now, steps, 9)).toEqual(now);
    expect(contentAt(now, steps, 5)).toEqual({ city: 'Jena', employees: 3 });
    expect(contentAt(now, steps, 1)).toEqual({ city: 'Jena', employees: 2 });
  });
});
