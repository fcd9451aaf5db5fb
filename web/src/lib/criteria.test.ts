// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { listOf, queryOf, textOf, toggled, withValue, yearOf } from './criteria';

const of = (text: string) => new URLSearchParams(text);

describe('criteria', () => {
  it('reads lists that are repeated or separated by commas', () => {
    expect(listOf(of('country=DE,FR&country=FI&country=DE'), 'country')).toEqual(['DE', 'FR', 'FI']);
    expect(listOf(of('country=,'), 'country')).toEqual([]);
  });

  it('reads words and years', () => {
    expect(textOf(of('q=%20Photonk%20'), 'q')).toBe('Photonk');
    expect(yearOf(of('year_from=2018'), 'year_from')).toBe(2018);
    expect(yearOf(of('year_from=18'), 'year_from')).toBeUndefined();
    expect(yearOf(of(''), 'year_from')).toBeUndefined();
  });

  it('changes one thing and leaves the rest, and its argument, alone', () => {
    const before = of('q=a&country=DE');
    expect(queryOf(toggled(before, 'country', 'FI'))).toBe('?q=a&country=DE,FI');
    expect(queryOf(toggled(before, 'country', 'DE'))).toBe('?q=a');
    expect(queryOf(withValue(before, 'q', ''))).toBe('?country=DE');
    expect(queryOf(of(''))).toBe('');
    expect(before.toString()).toBe('q=a&country=DE');
  });
});
