// SPDX-License-Identifier: EUPL-1.2
// Names of the records that a record refers to: told with it, picked from a list, or asked for.
import { SvelteMap } from 'svelte/reactivity';
import { get, type Schemas } from '../api/client';
import { router } from './router.svelte';

export class Names {
  #known = new SvelteMap<string, string>();
  #asked = new Set<string>();

  constructor(known: readonly Schemas['Ref'][] = []) {
    this.add(known);
  }

  add(refs: readonly Schemas['Ref'][]): void {
    for (const { kind, id, name } of refs) this.#known.set(this.#key(kind, id), name);
  }

  /** The name; the id while it is unknown. */
  of(kind: string, id: string): string {
    const known = this.#known.get(this.#key(kind, id));
    if (known === undefined && id) void this.#ask(kind, id);
    return known ?? id;
  }

  /** Topics are called differently in each language. */
  #key(kind: string, id: string): string {
    return kind === 'topic' ? `${kind} ${id} ${router.language}` : `${kind} ${id}`;
  }

  async #ask(kind: string, id: string): Promise<void> {
    const key = this.#key(kind, id);
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    try {
      this.#known.set(key, await nameOf(kind, id));
    } catch {
      // The id stands for it.
    }
  }
}

async function nameOf(kind: string, id: string): Promise<string> {
  const lang = router.language;
  if (kind === 'topic') return (await get('/topics/{id}', { id, lang })).topic.label;
  return (await get('/records/{kind}/{id}', { kind: kind as Schemas['EditableKind'], id, lang })).name;
}
