// SPDX-License-Identifier: EUPL-1.2
// Completions of what is being typed, asked for when the typing pauses.
import { get, type Schemas } from '../../api/client';
import { router } from '../../lib/router.svelte';

const kPauseMs = 120;
const kLimit = 8;

export class Suggestions {
  list = $state.raw<readonly Schemas['Ref'][]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop = new AbortController();

  constructor(private readonly kinds: () => readonly Schemas['RecordKind'][]) {}

  ask(words: string): void {
    this.clear();
    if (words.trim().length < 2) return;
    this.#timer = setTimeout(() => void this.#load(words.trim()), kPauseMs);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#stop = new AbortController();
    this.list = [];
  }

  async #load(q: string): Promise<void> {
    const stop = this.#stop.signal;
    try {
      const answer = await get('/suggest', { q, kind: [...this.kinds()], lang: router.language, limit: kLimit }, stop);
      // A record is offered once, under the first of its names that fits.
      const once = new Map(answer.suggestions.map((one) => [`${one.kind} ${one.id}`, one] as const).reverse());
      if (!stop.aborted) this.list = [...once.values()].reverse();
    } catch {
      // Completions are a convenience: without them one types the whole word.
    }
  }
}
