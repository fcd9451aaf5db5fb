// SPDX-License-Identifier: EUPL-1.2
// What people type for dates and numbers, as the records hold it. What cannot be read stays as typed, so that the
// server can say what would be right. Pure.
import type { Language } from '../../lib/paths';

/** "31.1.2018" and "1.2018" become "2018-01-31" and "2018-01"; anything else stays. */
export function typedDate(text: string): string {
  const found = /^\s*(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*(\d{4})\s*$/.exec(text);
  if (!found) return text.trim();
  const [, day, month = '', year = ''] = found;
  return [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

/** "1.234.567,89" and "1,234,567.89"; a single mark is read as the language writes it. Undefined for no text. */
export function typedNumber(text: string, language: Language): number | string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f’']/g, '');
  if (!bare) return undefined;
  if (!/^[-+]?[\d.,]+$/.test(bare)) return text.trim();
  const grouping = groupingOf(bare, language);
  const plain = (grouping ? bare.replaceAll(grouping, '') : bare).replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : text.trim();
}

function groupingOf(text: string, language: Language): string {
  const [points, commas] = [text.split('.').length - 1, text.split(',').length - 1];
  if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? ',' : '.';
  if (points > 1) return '.';
  if (commas > 1) return ',';
  const ofLanguage = language === 'de' ? '.' : ',';
  return new RegExp(`^[-+]?\\d{1,3}\\${ofLanguage}\\d{3}$`).test(text) ? ofLanguage : '';
}

/** "1, 2" → [1, 2]; what is no number stays text. */
export function typedNumbers(text: string): (number | string)[] {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

export function typedWords(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}
