// SPDX-License-Identifier: EUPL-1.2
// A list whose beginning came with its page and whose rest is fetched page by page.

export interface Page<T> {
  rows: readonly T[];
  next: string;
}

const kPageSize = 50;

export class PagedList<T> {
  #fetched = $state.raw<readonly T[]>();
  #owner = $state.raw<readonly T[]>();
  #next = $state('');
  loading = $state(false);

  constructor(
    private readonly first: () => readonly T[],
    private readonly total: () => number,
    private readonly fetch: (cursor: string, limit: number) => Promise<Page<T>>,
  ) {}

  get #extended(): boolean {
    return this.#fetched !== undefined && this.#owner === this.first();
  }

  get rows(): readonly T[] {
    return this.#extended ? (this.#fetched ?? []) : this.first();
  }

  /** Fetches further rows; undefined when all are there. */
  get more(): (() => void) | undefined {
    const ended = this.#extended ? this.#next === '' : this.rows.length >= this.total();
    return ended ? undefined : () => void this.#load();
  }

  /** The first fetch starts over, because the beginning came without a cursor. */
  async #load(): Promise<void> {
    const owner = this.first();
    const before = this.#extended ? this.rows : [];
    this.loading = true;
    try {
      const page = await this.fetch(this.#extended ? this.#next : '', kPageSize);
      if (owner !== this.first()) return;
      this.#fetched = [...before, ...page.rows];
      this.#next = page.next;
      this.#owner = owner;
    } catch {
      // The button stays: one can try again.
    } finally {
      this.loading = false;
    }
  }
}
