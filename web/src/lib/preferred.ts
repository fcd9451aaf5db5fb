// SPDX-License-Identifier: EUPL-1.2
// Which of our languages somebody reads best. Pure.
import { isLanguage, type Language } from './paths';

/** The best of the browser's languages that we have. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const word = tag.slice(0, 2).toLowerCase();
    if (isLanguage(word)) return word;
  }
  return 'en';
}
