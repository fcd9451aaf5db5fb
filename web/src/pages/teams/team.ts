// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../../api/client';
import { listOf, textOf } from '../../lib/criteria';
import type { Language } from '../../lib/paths';

export const kFewestMembers = 2;
export const kMostMembers = 50;

/** What the list of candidates is asked, read from the address. */
export function teamCriteria(parameters: URLSearchParams, lang: Language) {
  return {
    member: listOf(parameters, 'member'),
    programme: textOf(parameters, 'programme'),
    country: listOf(parameters, 'country'),
    organisation_kind: listOf(parameters, 'organisation_kind') as Schemas['OrganisationKind'][],
    exclude: listOf(parameters, 'exclude'),
    lang,
  };
}

export type TeamCriteria = ReturnType<typeof teamCriteria>;

/** Whether there are enough members for a question, and not too many. */
export function isTeam({ member }: TeamCriteria): boolean {
  return member.length >= kFewestMembers && member.length <= kMostMembers;
}
