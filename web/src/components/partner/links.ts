// SPDX-License-Identifier: EUPL-1.2
// Addresses that go on from a partner list. `question`: the list's address behind "?". Pure.
import { queryOf, withValue } from '../../lib/criteria';

/** The closer look at one candidate of the list. */
export function whyPath(question: string, candidate: string): string {
  return `/partners/why${queryOf(withValue(new URLSearchParams(question), 'candidate', candidate))}`;
}

/** Back from there to the list, with what was ticked for the comparison. */
export function listPath(question: string): string {
  return `/partners${queryOf(withValue(new URLSearchParams(question), 'candidate', ''))}`;
}

export function comparePath(organisation: string, candidates: readonly string[]): string {
  const parameters = withValue(new URLSearchParams(), 'for', organisation);
  return `/compare${queryOf(withValue(parameters, 'with', candidates))}`;
}
