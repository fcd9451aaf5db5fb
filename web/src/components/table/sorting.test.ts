// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { clicked, sorted } from './sorting';

describe('sorting', () => {
  const rows = [
    { name: 'Ähre', count: 2 },
    { name: 'Zug', count: 10 },
    { name: 'Apfel', count: 2 },
  ];

  it('sorts numbers as numbers and keeps the order of equals', () => {
    expect(sorted(rows, { column: 'count', descending: true }, 'de').map((row) => row.name)).toEqual([
      'Zug',
      'Ähre',
      'Apfel',
    ]);
  });

  it('sorts words as the language does', () => {
    expect(sorted(rows, { column: 'name', descending: false }, 'de').map((row) => row.name)).toEqual([
      'Ähre',
      'Apfel',
      'Zug',
    ]);
  });

  it('turns round on the second click', () => {
    expect(clicked({ column: 'name', descending: false }, 'name', false)).toEqual({ column: 'name', descending: true });
    expect(clicked({ column: 'name', descending: false }, 'count', true)).toEqual({
      column: 'count',
      descending: true,
    });
  });
});
