// SPDX-License-Identifier: EUPL-1.2
// What a field of a record says, as lines that people can read and compare.
import { countryName, formatDate, formatNumber, languageName } from '../../lib/format';
import { codeLabel, t } from '../../lib/i18n.svelte';
import { router } from '../../lib/router.svelte';
import { fieldLabel } from './labels';
import type { Names } from '../../lib/names.svelte';
import { fieldOf, type Content, type Field } from './shape';
import { zoneName } from './zones';

export interface Line {
  text: string;
  lang?: string | undefined;
}

interface Text {
  lang?: string;
  text?: string;
}

/** The lines of a field's value; none when it is empty. */
export function linesOf(kind: string, name: string, value: unknown, names: Names): Line[] {
  if (value === undefined || value === null || value === '') return [];
  const field = fieldOf(kind, name);
  return field ? said(field, value, names) : [{ text: plain(value) }];
}

function said(field: Field, value: unknown, names: Names): Line[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const lang = router.language;
  switch (field.type) {
    case 'code':
      return [{ text: codeLabel(field.list, String(value)) }];
    case 'country':
      return [{ text: countryName(String(value), lang) }];
    case 'zone':
      return [{ text: zoneName(String(value)) }];
    case 'basis':
      return [{ text: names.of('agreement', String(value)) }];
    case 'language':
      return [{ text: languageName(String(value), lang) }];
    case 'languages':
      return [{ text: list.map((code) => languageName(String(code), lang)).join(', ') }];
    case 'yes_no':
      return [{ text: t(value === true ? 'value.yes' : 'value.no') }];
    case 'texts':
    case 'long_texts':
      return (list as Text[]).map((one) => ({ text: one.text ?? '', lang: one.lang === 'und' ? undefined : one.lang }));
    case 'one':
      return [{ text: names.of(field.of, String(value)) }];
    case 'many':
      return list.map((id) => ({ text: names.of(field.of, String(id)) }));
    case 'list':
      return list.map((row) => ({ text: inOneLine(field.fields, row as Content, names) }));
    case 'group':
      return field.fields.flatMap((inner) => {
        const lines = said(inner, (value as Content)[inner.name] ?? '', names).filter((line) => line.text);
        return lines.map((line) => ({ ...line, text: `${fieldLabel(inner.name, field.name)}: ${line.text}` }));
      });
    case 'date':
      return [{ text: formatDate(String(value), lang) }];
    case 'integer':
      return [{ text: field.name === 'trl' ? `TRL ${plain(value)}` : plain(value) }];
    case 'number':
      return [{ text: typeof value === 'number' ? formatNumber(value, lang, 6) : plain(value) }];
    default:
      return [{ text: plain(value) }];
  }
}

/** An entry of a list in one line. */
export function inOneLine(fields: readonly Field[], row: Content, names: Names): string {
  const parts = fields.flatMap((field) => {
    const value = row[field.name];
    if (value === undefined || value === '') return [];
    return said(field, value, names).map((line) => line.text);
  });
  return parts.filter(Boolean).join(' · ');
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
