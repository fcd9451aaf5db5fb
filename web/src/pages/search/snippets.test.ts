// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { chosenSnippets } from './snippets';

const snippet = (field: string, lang: string, text: string) => ({ field, lang, segments: [{ text, marked: true }] });

describe('snippets', () => {
  it('keep one per field, in the reader’s language', () => {
    const list = [snippet('description', 'en', 'light'), snippet('description', 'de', 'Licht')];
    expect(chosenSnippets('Optence', list, 'de').map((one) => one.lang)).toEqual(['de']);
    expect(chosenSnippets('Optence', list, 'en').map((one) => one.lang)).toEqual(['en']);
  });

  it('do not repeat the name', () => {
    expect(chosenSnippets('Photonics Finland', [snippet('name', 'und', 'Photonics')], 'de')).toEqual([]);
  });

  it('fall back to another language', () => {
    expect(chosenSnippets('X', [snippet('title', 'fr', 'lumière')], 'de')).toHaveLength(1);
  });
});
