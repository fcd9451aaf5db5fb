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

export interface Run {
  text: string;
  record?: Schemas['Ref'];
}

/** A sentence with each record linked where it is named; those it does not name come after it. */
export function linked({ text, records }: Schemas['ComparedItem']): { runs: Run[]; others: Schemas['Ref'][] } {
  const longestFirst = [...records].sort((one, other) => other.name.length - one.name.length);
  let runs: Run[] = [{ text }];
  const others: Schemas['Ref'][] = [];
  for (const record of longestFirst) {
    const at = runs.findIndex((run) => !run.record && run.text.includes(record.name));
    const run = record.name ? runs[at] : undefined;
    if (!run) {
      others.push(record);
      continue;
    }
    const start = run.text.indexOf(record.name);
    const [before, after] = [run.text.slice(0, start), run.text.slice(start + record.name.length)];
    const parts: Run[] = [{ text: before }, { text: record.name, record }, { text: after }];
    runs = [...runs.slice(0, at), ...parts.filter((part) => part.text), ...runs.slice(at + 1)];
  }
  return { runs, others: records.filter((record) => others.includes(record)) };
}
