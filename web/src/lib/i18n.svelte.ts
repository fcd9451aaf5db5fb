// SPDX-License-Identifier: EUPL-1.2
// Messages of the interface. One JSON catalogue per language; the other language is loaded when it is asked for.
import type german from '../i18n/de.json';
import type { Language } from './paths';

type Catalogue = typeof german;
export type PluralKey = { [K in keyof Catalogue]: Catalogue[K] extends string ? never : K }[keyof Catalogue];
export type MessageKey = Exclude<keyof Catalogue, PluralKey>;
type Words = Readonly<Record<string, string | number>>;
type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

const kCatalogues: Readonly<Record<Language, () => Promise<{ default: Catalogue }>>> = {
  de: () => import('../i18n/de.json'),
  en: () => import('../i18n/en.json'),
};

let catalogue = $state.raw<Catalogue>();
let current = $state.raw<Language>('en');

/** The language of the loaded catalogue. */
export function language(): Language {
  return current;
}

export async function useLanguage(wanted: Language): Promise<void> {
  if (catalogue && wanted === current) return;
  const loaded = await kCatalogues[wanted]();
  catalogue = loaded.default;
  current = wanted;
  document.documentElement.lang = wanted;
}

/** Puts words into a sentence: "{count} hits". Unknown names stay as they are. */
export function filled(sentence: string, words: Words): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));
}

/** The form of a message that fits a number. */
export function pluralForm(forms: Plural, count: number, wanted: Language): string {
  return forms[new Intl.PluralRules(wanted).select(count)] ?? forms.other ?? '';
}

export function t(key: MessageKey, words: Words = {}): string {
  return filled(catalogue?.[key] ?? '', words);
}

export function tn(key: PluralKey, count: number, words: Words = {}): string {
  const forms: Plural = catalogue?.[key] ?? {};
  const shown = new Intl.NumberFormat(current).format(count);
  return filled(pluralForm(forms, count, current), { count: shown, ...words });
}

/** Name of a code of a closed list ("role", "coordinator"); the code itself when there is none. */
export function codeLabel(list: string, code: string): string {
  const found = (catalogue as Readonly<Record<string, unknown>> | undefined)?.[`${list}.${code}`];
  return typeof found === 'string' ? found : code.replaceAll('_', ' ');
}

/** A message that need not be there; empty when it is not. */
export function optional(key: string): string {
  const found = (catalogue as Readonly<Record<string, unknown>> | undefined)?.[key];
  return typeof found === 'string' ? found : '';
}
