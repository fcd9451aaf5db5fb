// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  countryName,
  formatDate,
  formatMoney,
  formatNumber,
  formatSigned,
  formatSignificant,
  formatSpan,
  formatStated,
  spokenAddress,
} from './format';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('format', () => {
  it('writes numbers and money as the language does', () => {
    expect(formatNumber(1234567, 'de')).toBe('1.234.567');
    expect(formatNumber(0.256, 'en', 2)).toBe('0.26');
    expect(plain(formatMoney(2_400_000, 'EUR', 'de'))).toBe('2.400.000 €');
    expect(plain(formatMoney(12.5, 'EUR', 'en'))).toBe('€12.50');
    expect(formatMoney(5, '', 'en')).toBe('5');
  });

  it('writes as many digits as say something, and signs', () => {
    expect(formatSignificant(0.00421, 'de')).toBe('0,0042');
    expect(formatSignificant(0.374, 'en')).toBe('0.37');
    expect(formatSigned(1.257, 'de')).toBe('+1,26');
    expect(formatSigned(-0.5, 'en')).toBe('−0.50');
    expect(formatSigned(0, 'en')).toBe('0.00');
  });

  it('is never more exact than the date given', () => {
    expect(formatDate('2018', 'de')).toBe('2018');
    expect(formatDate('2018-01', 'de')).toBe('Januar 2018');
    expect(formatDate('2017-05-15', 'en')).toBe('15 May 2017');
    expect(formatDate('soon', 'en')).toBe('soon');
    expect(formatDate('', 'en')).toBe('');
  });

  it('leaves open ends of a span open', () => {
    expect(formatSpan('2016', '2019', 'en')).toBe('2016 – 2019');
    expect(formatSpan('2016', '', 'en')).toBe('since 2016');
    expect(formatSpan('', '2019', 'de')).toBe('bis 2019');
    expect(formatSpan('2016', '2016', 'en')).toBe('2016');
    expect(formatSpan('', '', 'en')).toBe('');
  });

  it('shows stated values with their unit', () => {
    expect(plain(formatStated('2400000', 'EUR', 'de'))).toBe('2.400.000 €');
    expect(formatStated('260', 'members', 'de')).toBe('260');
    expect(formatStated('2004', '', 'de')).toBe('2004');
    expect(formatStated('2011-10', '', 'en')).toBe('October 2011');
    expect(formatStated('about a dozen', '', 'en')).toBe('about a dozen');
  });

  it('names countries, and keeps what is no country', () => {
    expect(countryName('FI', 'de')).toBe('Finnland');
    expect(countryName('', 'de')).toBe('');
    expect(countryName('Europe', 'en')).toBe('Europe');
  });

  it('says an address as one would', () => {
    expect(spokenAddress('https://www.example.org/')).toBe('example.org');
  });
});
