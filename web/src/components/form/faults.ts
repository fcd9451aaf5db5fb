// SPDX-License-Identifier: EUPL-1.2
// Which faults of a refused form stand at its fields, and which are told above it. Pure.
import type { Problem } from '../../api/client';

/** Name of the field that a fault is about: "/password" gives "password", "/scopes/0" gives "scopes". */
function fieldOf(place: string): string {
  return place.replace(/^\//, '').split('/')[0] ?? '';
}

/** What is wrong with a field, in sentences; empty when nothing is. */
export function faultAt(problem: Problem | undefined, field: string): string {
  const found = (problem?.faults ?? []).filter((fault) => fieldOf(fault.field) === field);
  return found.map((fault) => fault.text).join(' ');
}

/** What is left of a problem without the faults that stand at these fields; undefined when nothing is. */
export function restOf(problem: Problem | undefined, fields: readonly string[]): Problem | undefined {
  if (!problem) return undefined;
  const faults = problem.faults.filter((fault) => !fields.includes(fieldOf(fault.field)));
  if (faults.length === 0 && problem.faults.length > 0) return undefined;
  return faults.length === problem.faults.length ? problem : { ...problem, title: '', detail: '', faults };
}
