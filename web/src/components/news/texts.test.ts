// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { langOf, others } from './texts';

describe('the language of a text', () => {
  it('is left out where it is not known', () => {
    expect(langOf('fr')).toBe('fr');
    expect(langOf('und')).toBeUndefined();
    expect(langOf('')).toBeUndefined();
  });
});

describe('texts in other languages', () => {
  const texts = [
    { lang: 'de', text: 'Hafen' },
    { lang: 'en', text: 'Harbour' },
    { lang: 'en', text: 'Port' },
  ];
  it('leaves out the one that is shown, and gives each language once', () => {
    expect(others(texts, 'Hafen')).toEqual([{ lang: 'en', text: 'Harbour' }]);
    expect(others(texts, 'Harbour')).toEqual([{ lang: 'de', text: 'Hafen' }]);
  });
});
