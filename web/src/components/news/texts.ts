// SPDX-License-Identifier: EUPL-1.2
// What the texts of news are written in. Pure.

/** For the attribute of this name: nothing where the language is not known. */
export function langOf(language: string): string | undefined {
  return language && language !== 'und' ? language : undefined;
}

interface Written {
  text: string;
  lang: string;
}

/** The texts in other languages than the one shown, each language once. */
export function others<T extends Written>(texts: readonly T[], shown: string): T[] {
  return texts.filter(
    (text, index) => text.text !== shown && texts.findIndex((one) => one.lang === text.lang) === index,
  );
}
