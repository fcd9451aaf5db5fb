// SPDX-License-Identifier: EUPL-1.2
// What the list of news is asked, as it stands in the address. Pure.
import { listOf, textOf } from '../../lib/criteria';
import type { Language } from '../../lib/paths';

export const kNewsFilters = ['topic', 'country', 'organisation', 'programme'] as const;

/** A date as records have it, or nothing. */
function dayOf(parameters: URLSearchParams, name: string): string {
  const text = textOf(parameters, name);
  return /^\d{4}(-\d\d){0,2}$/.test(text) ? text : '';
}

export function newsCriteria(parameters: URLSearchParams, lang: Language) {
  return {
    q: textOf(parameters, 'q'),
    topic: listOf(parameters, 'topic'),
    country: listOf(parameters, 'country'),
    organisation: listOf(parameters, 'organisation'),
    project: listOf(parameters, 'project'),
    programme: listOf(parameters, 'programme'),
    from: dayOf(parameters, 'from'),
    to: dayOf(parameters, 'to'),
    lang,
  };
}

export type NewsCriteria = ReturnType<typeof newsCriteria>;
