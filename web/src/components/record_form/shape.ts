// SPDX-License-Identifier: EUPL-1.2
// What the form of each kind of record asks, in which order and by which control. A test holds it against
// docs/records.md. Pure.
import type { Content, Field, Part } from './fields';
import { kDelegation, kNews } from './events';
import { kCall, kProgramme } from './funding';
import { kOrganisation } from './organisation';
import { kProject } from './project';
import { kAgreement, kMembership, kParticipation, kPerson } from './relations';

export type { Content, Field, Line, Part, RecordKind } from './fields';

export const kForms: Readonly<Partial<Record<string, readonly Part[]>>> = {
  organisation: kOrganisation,
  project: kProject,
  membership: kMembership,
  participation: kParticipation,
  person: kPerson,
  agreement: kAgreement,
  delegation: kDelegation,
  programme: kProgramme,
  call: kCall,
  news: kNews,
};

/** The parts of a form that concern a record with this content. */
export function partsOf(kind: string, content: Content): readonly Part[] {
  return (kForms[kind] ?? []).filter((part) => !part.only || part.only === content['kind']);
}

/** The field of a kind by its name; undefined for those no form asks for. */
export function fieldOf(kind: string, name: string): Field | undefined {
  return (kForms[kind] ?? []).flatMap((part) => part.fields).find((field) => field.name === name);
}
