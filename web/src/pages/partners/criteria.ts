// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../../api/client';
import { listOf, textOf } from '../../lib/criteria';
import type { Language } from '../../lib/paths';

export const kParts = ['topic_fit', 'complementarity', 'warm_path', 'track_record', 'place', 'freshness'] as const;
export type Part = (typeof kParts)[number];

export const kOrganisationKinds: readonly Schemas['OrganisationKind'][] = [
  'cluster',
  'company',
  'university',
  'research_institute',
  'clinic',
  'end_user',
  'public_body',
  'association',
  'other',
];

/** What the partner list is asked, read from the address. */
export function partnerCriteria(parameters: URLSearchParams, lang: Language) {
  return {
    for: textOf(parameters, 'for'),
    need: textOf(parameters, 'need'),
    country: listOf(parameters, 'country'),
    organisation_kind: listOf(parameters, 'organisation_kind') as Schemas['OrganisationKind'][],
    topic: listOf(parameters, 'topic'),
    exclude: listOf(parameters, 'exclude'),
    existing: parameters.get('existing') === 'hide' ? ('hide' as const) : undefined,
    weights: textOf(parameters, 'weights'),
    lang,
  };
}

export type PartnerCriteria = ReturnType<typeof partnerCriteria>;

/** Whether the person has narrowed the list, so that "before the filters" means something to them. */
export function isFiltered(criteria: PartnerCriteria): boolean {
  const { country, organisation_kind, topic, exclude, existing } = criteria;
  return [country, organisation_kind, topic, exclude].some((list) => list.length > 0) || existing !== undefined;
}

/** Weights as in the address, "topic_fit:3,warm_path:1"; parts that are not named keep undefined. */
export function weightsOf(text: string): Partial<Record<Part, number>> {
  const weights: Partial<Record<Part, number>> = {};
  for (const pair of text.split(',')) {
    const [name, value] = pair.split(':');
    const part = kParts.find((one) => one === name);
    const number = Number(value);
    if (part && value !== undefined && number >= 0 && number <= 10) weights[part] = number;
  }
  return weights;
}

export function weightsText(weights: Partial<Record<Part, number>>): string {
  return kParts.flatMap((part) => (weights[part] === undefined ? [] : [`${part}:${weights[part]}`])).join(',');
}
