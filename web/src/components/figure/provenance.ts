// SPDX-License-Identifier: EUPL-1.2
// Which of the stated values stand in a list of their own, and which only tell where a field of the record is from.
import type { Schemas } from '../../api/client';

type Figure = Schemas['Figure'];

export interface Provenance {
  source: Schemas['SourceView'];
  asOf: string;
  /** Sources state different values. */
  conflicting?: boolean;
}

/** Predicates that the page shows as a field already. */
const kFields: ReadonlySet<string> = new Set([
  'acronym',
  'action_type',
  'association_entity',
  'budget',
  'call',
  'city',
  'country',
  'deadline',
  'description',
  'employees',
  'end',
  'founded',
  'from',
  'funder',
  'funding_scheme',
  'identifiers',
  'kind',
  'labels',
  'management_entity',
  'names',
  'nuts',
  'objective',
  'open_for_ideas',
  'opens',
  'parent',
  'programme',
  'size_class',
  'start',
  'status',
  'target_regions',
  'titles',
  'to',
  'topics',
  'url',
  'web',
]);

/** What deserves to be listed: counts and amounts, and every field on which sources disagree. */
export function listed(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => figure.conflicting || !kFields.has(figure.predicate));
}

/** Where a field is from: its newest claim, else the record's source. */
export function provenance(figures: readonly Figure[], predicate: string, record: Schemas['SourceView']): Provenance {
  const stated = figures.filter((figure) => figure.predicate === predicate);
  const claim = stated[0]?.claims[0];
  if (!claim) return { source: record, asOf: '' };
  return { source: claim.source, asOf: claim.as_of, conflicting: stated.some((figure) => figure.conflicting) };
}
