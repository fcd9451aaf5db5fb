// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../../api/client';
import { listOf, textOf, yearOf } from '../../lib/criteria';
import type { Language } from '../../lib/paths';

/** What the search is asked, read from the address. */
export function searchCriteria(parameters: URLSearchParams, lang: Language) {
  return {
    q: textOf(parameters, 'q'),
    kind: listOf(parameters, 'kind') as Schemas['RecordKind'][],
    organisation_kind: listOf(parameters, 'organisation_kind') as Schemas['OrganisationKind'][],
    country: listOf(parameters, 'country'),
    topic: listOf(parameters, 'topic'),
    programme: listOf(parameters, 'programme'),
    year_from: yearOf(parameters, 'year_from'),
    year_to: yearOf(parameters, 'year_to'),
    lang,
  };
}

export type SearchCriteria = ReturnType<typeof searchCriteria>;
