// SPDX-License-Identifier: EUPL-1.2
// Two people changed one record: what each of them did to it since both began. Pure.
import type { Content } from './shape';
import { same } from './values';

export interface Difference {
  field: string;
  before: unknown;
  mine: unknown;
  theirs: unknown;
  /** Both changed it, each to something else. */
  contested: boolean;
}

/** The fields that mine and theirs say differently. */
export function differences(before: Content, mine: Content, theirs: Content): Difference[] {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(before)])];
  return names
    .filter((name) => !['record', 'id', 'source'].includes(name) && !same(mine[name], theirs[name]))
    .map((field) => ({
      field,
      before: before[field],
      mine: mine[field],
      theirs: theirs[field],
      contested: !same(before[field], mine[field]) && !same(before[field], theirs[field]),
    }));
}

export type Side = 'mine' | 'theirs';

/** What one would choose without being asked: what was changed stays changed; what both changed is asked. */
export function proposal(difference: Difference): Side | undefined {
  if (difference.contested) return undefined;
  return same(difference.before, difference.mine) ? 'theirs' : 'mine';
}

/** Their record with those fields of mine that were chosen. */
export function joined(theirs: Content, list: readonly Difference[], chosen: Readonly<Record<string, Side>>): Content {
  const taken = list.filter((one) => chosen[one.field] === 'mine').map((one) => [one.field, one.mine] as const);
  return { ...theirs, ...Object.fromEntries(taken) };
}

/** What a record said at each of its steps, going back from now; fields are given as JSON. */
export function contentAt(
  present: Content,
  steps: readonly { version: number; fields: readonly { field: string; before: string }[] }[],
  version: number,
): Content {
  const content: Content = { ...present };
  for (const step of steps) {
    if (step.version === version) break;
    for (const { field, before } of step.fields) {
      if (before === '') delete content[field];
      else content[field] = JSON.parse(before) as unknown;
    }
  }
  return content;
}
