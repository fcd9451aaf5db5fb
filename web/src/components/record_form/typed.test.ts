// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { typedDate, typedNumber, typedNumbers, typedWords } from './typed';

describe('what people type', () => {
  it('is a date in either order', () => {
    expect(typedDate('31.1.2018')).toBe('2018-01-31');
    expect(typedDate('1. 2018')).toBe('2018-01');
    expect(typedDate('2018-02-30')).toBe('2018-02-30');
    expect(typedDate(' 2018 ')).toBe('2018');
  });

  it('is a number as the language writes it', () => {
    expect(typedNumber('1.234.567,89', 'en')).toBe(1234567.89);
    expect(typedNumber('1,234,567.89', 'de')).toBe(1234567.89);
    expect(typedNumber('1.500', 'de')).toBe(1500);
    expect(typedNumber('1.500', 'en')).toBe(1.5);
    expect(typedNumber('1,500', 'de')).toBe(1.5);
    expect(typedNumber('1,500', 'en')).toBe(1500);
    expect(typedNumber('49,843', 'de')).toBe(49.843);
    expect(typedNumber('1 000 000', 'de')).toBe(1_000_000);
    expect(typedNumber('', 'de')).toBeUndefined();
    expect(typedNumber('about ten', 'en')).toBe('about ten');
  });

  it('is a list of numbers or words', () => {
    expect(typedNumbers('1, 2;3')).toEqual([1, 2, 3]);
    expect(typedNumbers('1, x')).toEqual([1, 'x']);
    expect(typedWords('laser; optics,\nfibre')).toEqual(['laser', 'optics', 'fibre']);
  });
});
