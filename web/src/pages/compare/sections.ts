// SPDX-License-Identifier: EUPL-1.2
// What a comparison sheet tells, in which order, under which heading. Pure.
import type { Schemas } from '../../api/client';
import type { MessageKey } from '../../lib/i18n.svelte';

type Sheet = Schemas['Comparison'];

export interface SheetSection {
  title: MessageKey;
  items: readonly Schemas['ComparedItem'][];
}

const asItem = (record: Schemas['Ref']): Schemas['ComparedItem'] => ({
  text: record.name,
  weight: 1,
  records: [record],
});

export function sectionsOf(sheet: Sheet): SheetSection[] {
  return [
    { title: 'sheet.shared', items: sheet.shared_topics },
    { title: 'sheet.weBring', items: sheet.we_bring },
    { title: 'sheet.theyBring', items: sheet.they_bring },
    { title: 'sheet.weNeed', items: sheet.we_need },
    { title: 'sheet.theyNeed', items: sheet.they_need },
    { title: 'sheet.ourEndUsers', items: sheet.our_end_users.map(asItem) },
    { title: 'sheet.theirEndUsers', items: sheet.their_end_users.map(asItem) },
    { title: 'sheet.bridges', items: sheet.bridges },
    { title: 'sheet.projects', items: sheet.joint_projects },
    { title: 'sheet.targets', items: sheet.common_targets },
    { title: 'sheet.ourTargets', items: sheet.our_targets_there },
    { title: 'sheet.theirTargets', items: sheet.their_targets_here },
  ];
}

/** Sections that no sheet has anything for are left out of all; the others stay, so that rows meet. */
export function filledSections(sheets: readonly Sheet[]): MessageKey[] {
  const filled = sheets.flatMap((sheet) => sectionsOf(sheet).filter(({ items }) => items.length > 0));
  const titles = new Set(filled.map(({ title }) => title));
  return sheets[0] ? sectionsOf(sheets[0]).flatMap(({ title }) => (titles.has(title) ? [title] : [])) : [];
}

/** The record that an item is nothing but the name of. */
export function soleRecord(item: Schemas['ComparedItem']): Schemas['Ref'] | undefined {
  const [record, ...others] = item.records;
  return record && others.length === 0 && record.name === item.text ? record : undefined;
}
