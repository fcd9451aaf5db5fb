// SPDX-License-Identifier: EUPL-1.2
// Places where a person is named, record by record. Pure.
import type { Schemas } from '../../api/client';

type Mention = Schemas['PersonMention'];

export interface NamingRecord {
  record: Schemas['Ref'];
  places: Mention[];
}

/** What the API takes as the name of a record. */
export function keyOf(record: Schemas['Ref']): string {
  return `${record.kind}/${record.id}`;
}

/** In the order in which the records come first. */
export function recordsIn(mentions: readonly Mention[]): NamingRecord[] {
  const found = new Map<string, NamingRecord>();
  for (const mention of mentions) {
    const key = keyOf(mention.record);
    const known = found.get(key) ?? { record: mention.record, places: [] };
    known.places.push(mention);
    found.set(key, known);
  }
  return [...found.values()];
}

/** The records that are ticked from the start: whose texts one may change, but for those that are called so. */
export function suggested(mentions: readonly Mention[]): string[] {
  return recordsIn(mentions)
    .filter(({ places }) => places.some((place) => place.may_blank))
    .filter(({ places }) => places.every((place) => place.field !== 'names'))
    .map(({ record }) => keyOf(record));
}

/** What stands there still. */
export function remaining(found: Schemas['PersonMentions']): Schemas['PersonMentions'] {
  const mentions = found.mentions.filter((mention) => !mention.blanked);
  return { ...found, mentions, total: found.total - (found.mentions.length - mentions.length) };
}
