// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import de from '../i18n/de.json';
import en from '../i18n/en.json';
import pressGerman from '../i18n/press.de.json';
import pressEnglish from '../i18n/press.en.json';
import phrases from '../../../api/phrases.yaml?raw';
import { filled, pluralForm } from './i18n.svelte';

type Message = string | Readonly<Record<string, string>>;
const german: Readonly<Record<string, Message>> = de;
const english: Readonly<Record<string, Message>> = en;
const kPairs: readonly (readonly [typeof german, typeof english])[] = [
  [german, english],
  [pressGerman, pressEnglish],
];
const words = (message: Message | undefined) =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort().join(' ');

describe.each(kPairs)('catalogues', (german, english) => {
  it('have the same keys', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(german).sort());
  });

  it('have the same kind of message and the same words to fill in', () => {
    for (const key of Object.keys(german)) {
      expect(typeof english[key], key).toBe(typeof german[key]);
      expect(words(english[key]), key).toBe(words(german[key]));
    }
  });

  it('leave nothing empty', () => {
    for (const catalogue of [german, english]) {
      for (const [key, message] of Object.entries(catalogue)) {
        for (const form of typeof message === 'string' ? [message] : Object.values(message)) {
          expect(form.trim(), key).not.toBe('');
        }
      }
    }
  });
});

describe('words that the server says as well', () => {
  const said = new Map(
    [...phrases.matchAll(/slug: ([\w-]+), de: "([^"]*)", en: "([^"]*)"/g)].map(([, slug, ...words]) => [slug, words]),
  );
  const kPrefixes = { kind: 'kind', organisation_kind: 'organisation', part: 'part' };

  it('are the same ones', () => {
    for (const [index, catalogue] of [german, english].entries()) {
      for (const [prefix, slug] of Object.entries(kPrefixes)) {
        for (const [key, message] of Object.entries(catalogue)) {
          const words = said.get(key.replace(`${prefix}.`, `${slug}-`).replaceAll('_', '-'));
          if (key.startsWith(`${prefix}.`) && words) expect(message, key).toBe(words[index]);
        }
      }
    }
  });
});

describe('messages', () => {
  it('fill in words and keep unknown ones', () => {
    expect(filled('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  });

  it('choose the form that fits the number', () => {
    const forms = { one: 'hit', other: 'hits' };
    expect(pluralForm(forms, 1, 'en')).toBe('hit');
    expect(pluralForm(forms, 0, 'de')).toBe('hits');
  });
});
