// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../../api/client';

export const kOutcomes: readonly Schemas['PartnerNote']['outcome'][] = [
  'asked',
  'accepted',
  'declined',
  'met',
  'cooperated',
  'unwanted',
];

/** This day where the reader is, as a date field takes it. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A list of notes with a new one at its top. */
export function withNote(list: Schemas['PartnerNoteList'], note: Schemas['PartnerNote']): Schemas['PartnerNoteList'] {
  return { ...list, total: list.total + 1, notes: [note, ...list.notes] };
}

export function withoutNote(list: Schemas['PartnerNoteList'], id: string): Schemas['PartnerNoteList'] {
  const notes = list.notes.filter((note) => note.id !== id);
  return { ...list, total: list.total - (list.notes.length - notes.length), notes };
}
