// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lineOf, monthsOf } from './span';

describe('timeline', () => {
  it('reads dates of every exactness', () => {
    expect(monthsOf('2016', 'start')).toBe(2016 * 12);
    expect(monthsOf('2016', 'end')).toBe(2017 * 12);
    expect(monthsOf('2016-03-15', 'start')).toBe(2016 * 12 + 2);
    expect(monthsOf('', 'start')).toBeUndefined();
  });

  it('places phases on a line of whole years', () => {
    const line = lineOf([
      { from: '2016-01', to: '2017-12' },
      { from: '2018-01', to: '2019-12' },
    ]);
    expect(line.items.map((item) => [item.left, item.width])).toEqual([
      [0, 50],
      [50, 50],
    ]);
    expect(line.years.map((year) => year.year)).toEqual([2016, 2017, 2018, 2019]);
  });

  it('keeps phases without dates', () => {
    expect(lineOf([{ from: '', to: '' }]).items[0]?.left).toBeUndefined();
    expect(lineOf([]).years).toEqual([]);
  });
});
