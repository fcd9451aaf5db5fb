// SPDX-License-Identifier: EUPL-1.2
// Kinds of what a text names, and how sure a claim is, in the groups that the page tells apart. Pure.

export const kGroups = ['organisation', 'project', 'event', 'person', 'place', 'topic'] as const;
export type Group = (typeof kGroups)[number];

export const kEntityKinds = [
  'cluster',
  'company',
  'university',
  'research-institute',
  'association',
  'public-body',
  'organisation',
  'project',
  'programme',
  'agreement',
  'event',
  'person',
  'place',
  'topic',
] as const;
export type EntityKind = (typeof kEntityKinds)[number];

const kGroupOf: Readonly<Partial<Record<string, Group>>> = {
  project: 'project',
  programme: 'project',
  agreement: 'project',
  event: 'event',
  person: 'person',
  place: 'place',
  topic: 'topic',
};

/** Each group has a form of line of its own in the text. */
export function groupOf(kind: string): Group {
  return kGroupOf[kind] ?? 'organisation';
}

/** From here on claims are accepted together: nine in ten hold. */
export const kSure = 0.9;

export type Degree = 'sure' | 'likely' | 'unsure' | 'doubtful';

export function degreeOf(confidence: number): Degree {
  if (confidence >= kSure) return 'sure';
  if (confidence >= 0.75) return 'likely';
  return confidence >= 0.5 ? 'unsure' : 'doubtful';
}
