// SPDX-License-Identifier: EUPL-1.2
// The value of a field as a claim writes it: words as they are, anything else as JSON. Pure.
import { fieldOf } from '../../components/record_form/shape';

const kWords = ['text', 'long', 'url', 'email', 'tel', 'date', 'code', 'country', 'region', 'one', 'language'];

export function valueOf(kind: string, name: string, words: string): unknown {
  const field = fieldOf(kind, name);
  if (words === '' || !field || kWords.includes(field.type)) return words;
  try {
    return JSON.parse(words) as unknown;
  } catch {
    return field.type === 'texts' || field.type === 'long_texts' ? [{ text: words }] : [words];
  }
}
