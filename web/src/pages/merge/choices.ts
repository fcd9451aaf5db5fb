// SPDX-License-Identifier: EUPL-1.2
// Where two records of one organisation differ, and what can be chosen there. Pure.
import type { Content } from '../../components/record_form/shape';
import { same } from '../../components/record_form/values';
import type { Schemas } from '../../api/client';

/** `both`: joined, entry by entry. */
export type Choice = 'kept' | 'merged' | 'both';

export interface Difference {
  /** A field, or `place`: all fields of the place, of which one is right as a whole. */
  name: string;
  fields: readonly string[];
  /** What there is to choose. */
  choices: readonly Choice[];
  /** What is chosen until somebody chooses. */
  proposal: Choice;
}

const kPlace: readonly string[] = ['street', 'postcode', 'city', 'country', 'nuts', 'latitude', 'longitude'];
/** What nobody chooses: ids, and where and when the record as a whole is from. */
const kFixed = new Set(['record', 'id', 'source', 'as_of']);

export function differencesOf(kept: Content, merged: Content): Difference[] {
  const names = [...new Set([...Object.keys(kept), ...Object.keys(merged)])].filter(
    (name) => !kFixed.has(name) && !same(kept[name], merged[name]),
  );
  const single = names.filter((name) => !kPlace.includes(name)).map((name) => [name, [name]] as const);
  const ofPlace = names.some((name) => kPlace.includes(name)) ? [['place', kPlace] as const] : [];
  return [...single, ...ofPlace].map(([name, fields]) => {
    const says = (side: Content) => fields.some((field) => !same(side[field], undefined));
    const joins = says(kept) && says(merged) && (name === 'place' || Array.isArray(kept[name]));
    return {
      name,
      fields,
      choices: joins ? ['kept', 'merged', 'both'] : ['kept', 'merged'],
      proposal: joins ? 'both' : !says(kept) || merged[name] === 'cluster' ? 'merged' : 'kept',
    };
  });
}

/** What is sent: whatever is not joined. */
export function sentChoices(
  differences: readonly Difference[],
  chosen: Readonly<Record<string, Choice | undefined>>,
): Schemas['MergeChoice'][] {
  return differences.flatMap(({ name, fields, proposal }) => {
    const from = chosen[name] ?? proposal;
    return from === 'both' ? [] : [{ field: fields[0] ?? name, from }];
  });
}
