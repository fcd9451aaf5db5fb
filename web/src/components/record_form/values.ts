// SPDX-License-Identifier: EUPL-1.2
// Contents of records on their way between form and server. Pure.
import type { Problem } from '../../api/client';
import type { Content, Field, Part } from './shape';

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Without what says nothing: empty texts, lists and groups, at any depth. What is left keeps its order. */
export function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(cleaned).filter((item) => !isEmpty(item));
  if (!value || typeof value !== 'object') return value;
  const kept = Object.entries(value).map(([name, inner]) => [name, cleaned(inner)] as const);
  return Object.fromEntries(kept.filter(([, inner]) => !isEmpty(inner)));
}

/** One entry per language that has a text; a language chosen for an empty text says nothing either. */
function withoutEmptyTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyTexts).filter((item) => !isEmpty(item));
  if (!value || typeof value !== 'object') return value;
  const names = Object.keys(value);
  const isText = names.includes('text') && names.every((name) => ['lang', 'text', 'origin', 'type'].includes(name));
  if (isText && typeof (value as Content)['text'] === 'string' && !((value as Content)['text'] as string).trim())
    return {};
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutEmptyTexts(inner)]));
}

/** What is sent: the record as the form holds it, without what says nothing. */
export function sendable(content: Content): Content {
  return cleaned(withoutEmptyTexts(content)) as Content;
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(cleaned(a))) === JSON.stringify(sorted(cleaned(b)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== 'object') return isEmpty(value) ? undefined : value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** Where a fault stands in the record: "/record/names/0/text" gives "/names/0/text". */
export function placeOf(field: string): string {
  const place = field.replace(/^\/record(?=\/|$)/, '');
  return place === '' || place.startsWith('/') ? place : `/${place}`;
}

/** Sentences of the faults at a place; with `deep`, also of those inside it. */
export function faultsAt(problem: Problem | undefined, place: string, deep = false): string {
  const found = (problem?.faults ?? []).filter((fault) => {
    const at = placeOf(fault.field);
    return at === place || (deep && at.startsWith(`${place}/`));
  });
  return [...new Set(found.map((fault) => fault.text))].join(' ');
}

/** Places at which controls of these fields show faults. */
export function placesOf(fields: readonly Field[], content: Content, prefix = ''): string[] {
  return fields.flatMap((field) => {
    const place = `${prefix}/${field.name}`;
    const value = content[field.name];
    if (field.type === 'group') return [place, ...placesOf(field.fields, (value ?? {}) as Content, place)];
    if (field.type !== 'list') return [place];
    const rows = (Array.isArray(value) ? value : []) as Content[];
    return [place, ...rows.flatMap((row, index) => placesOf(field.fields, row, `${place}/${index}`))];
  });
}

/** What of a problem no control of the form shows; undefined when nothing is left. */
export function elsewhere(problem: Problem | undefined, parts: readonly Part[], content: Content): Problem | undefined {
  if (!problem) return undefined;
  const shown = new Set(parts.flatMap((part) => placesOf(part.fields, content)));
  const isShown = (field: string): boolean => {
    for (let at = placeOf(field); at; at = at.slice(0, at.lastIndexOf('/'))) if (shown.has(at)) return true;
    return false;
  };
  const rest = problem.faults.filter((fault) => !isShown(fault.field));
  if (rest.length === 0 && problem.faults.length > 0) return undefined;
  return rest.length === problem.faults.length ? problem : { ...problem, title: '', detail: '', faults: rest };
}
