// SPDX-License-Identifier: EUPL-1.2
// Messages of the press desk: a catalogue of their own, which only those load who work there.
import type german from '../../i18n/press.de.json';
import { filled, language, pluralForm } from '../../lib/i18n.svelte';
import type { Language } from '../../lib/paths';

type Catalogue = typeof german;
export type PressPluralKey = { [K in keyof Catalogue]: Catalogue[K] extends string ? never : K }[keyof Catalogue];
export type PressKey = Exclude<keyof Catalogue, PressPluralKey>;
type Words = Readonly<Record<string, string | number>>;

const kCatalogues: Readonly<Record<Language, () => Promise<{ default: Catalogue }>>> = {
  de: () => import('../../i18n/press.de.json'),
  en: () => import('../../i18n/press.en.json'),
};

let catalogue = $state.raw<Catalogue>();
let current: Language | undefined;

/** To be called while a page is made: its words are there when this is settled, and follow the language. */
export async function usePressWords(wanted: Language): Promise<void> {
  if (current === wanted) return;
  current = wanted;
  const loaded = await kCatalogues[wanted]();
  if (current === wanted) catalogue = loaded.default;
}

/** Whether there are words yet. */
export function pressWords(): boolean {
  return catalogue !== undefined;
}

export function p(key: PressKey, words: Words = {}): string {
  return filled(catalogue?.[key] ?? '', words);
}

export function pn(key: PressPluralKey, count: number, words: Words = {}): string {
  const forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = catalogue?.[key] ?? {};
  const shown = new Intl.NumberFormat(language()).format(count);
  return filled(pluralForm(forms, count, language()), { count: shown, ...words });
}

/** Name of a code of a closed list; the code itself when there is none. */
export function pressLabel(list: string, code: string): string {
  const found = (catalogue as Readonly<Record<string, unknown>> | undefined)?.[`${list}.${code}`];
  return typeof found === 'string' ? found : code.replaceAll('-', ' ');
}
