// SPDX-License-Identifier: EUPL-1.2
// Which of a hit's snippets are worth a line. Pure.
import type { Schemas } from '../../api/client';

type Snippet = Schemas['Snippet'];

const kMost = 2;

const textOf = (snippet: Snippet) => snippet.segments.map((segment) => segment.text).join('');

/** One snippet per field, in the reader's language if there is one, and none that only repeats the name. */
export function chosenSnippets(name: string, snippets: readonly Snippet[], language: string): Snippet[] {
  const byField = new Map<string, Snippet>();
  for (const snippet of snippets) {
    if (name.includes(textOf(snippet))) continue;
    const kept = byField.get(snippet.field);
    if (!kept || (kept.lang !== language && snippet.lang === language)) byField.set(snippet.field, snippet);
  }
  return [...byField.values()].slice(0, kMost);
}
