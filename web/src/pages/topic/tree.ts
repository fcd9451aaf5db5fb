// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../../api/client';

export type Topic = Schemas['TopicBrief'];

export interface Branch {
  topic: Topic;
  children: Branch[];
}

/** The topics as trees; a topic without a known parent is a root. Cycles cannot be: each topic is placed once. */
export function forest(topics: readonly Topic[]): Branch[] {
  const branches = new Map(topics.map((topic) => [topic.id, { topic, children: [] as Branch[] }]));
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branches.get(branch.topic.parent);
    (parent && parent !== branch ? parent.children : roots).push(branch);
  }
  return roots;
}

/** Topics whose label contains the words, case and accents aside. */
export function matching(topics: readonly Topic[], words: string): Topic[] {
  const wanted = folded(words.trim());
  return topics.filter((topic) => folded(topic.label).includes(wanted));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
