// SPDX-License-Identifier: EUPL-1.2
// Addresses of the pages about partners. `question`: the list's address behind "?". Pure.
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

/** Path of the chains between two organisations; the second may still be open. */
export function chainsPath(from: string, to = ''): string {
  return `/paths?from=${encodeURIComponent(from)}${to ? `&to=${encodeURIComponent(to)}` : ''}`;
}

/** Path of what one's organisation has noted about candidates, or about one. */
export function notesPath(organisation: string, partner = ''): string {
  const about = partner ? `&partner=${encodeURIComponent(partner)}` : '';
  return `/partners/notes?for=${encodeURIComponent(organisation)}${about}`;
}
