// SPDX-License-Identifier: EUPL-1.2
// Files on their way to the desk, one after the other; what fails does not hold up the others.
import { post, problemOf, type Schemas } from '../../api/client';
import { router } from '../../lib/router.svelte';

type Taken = Schemas['PressIntake'];

export interface FileRow {
  key: number;
  name: string;
  state: 'waiting' | 'reading' | 'read' | 'failed' | 'tooLarge' | 'stopped';
  items: Taken['items'];
  faults: Taken['faults'];
  /** What went wrong with the file as a whole. */
  text: string;
}

const kMostBytes = 50_000_000;

export class Intake {
  rows = $state.raw<readonly FileRow[]>([]);
  busy = $state(false);
  readonly finished = $derived(this.rows.filter(({ state }) => state !== 'waiting' && state !== 'reading').length);
  #files = new Map<number, File>();
  #last = 0;
  #stop = new AbortController();

  constructor(
    private readonly organisation: () => string,
    private readonly arrived: () => void,
  ) {}

  add(files: readonly File[]): void {
    const rows = files.map((file): FileRow => {
      this.#last += 1;
      const tooLarge = file.size > kMostBytes;
      if (!tooLarge) this.#files.set(this.#last, file);
      const state = tooLarge ? 'tooLarge' : 'waiting';
      return { key: this.#last, name: file.name, state, items: [], faults: [], text: '' };
    });
    this.rows = [...this.rows, ...rows];
    void this.#work();
  }

  stop(): void {
    this.#stop.abort();
  }

  clear(): void {
    this.rows = [];
  }

  async #work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.#stop = new AbortController();
    for (let row = this.#next(); row; row = this.#next()) await this.#read(row);
    this.busy = false;
    this.arrived();
  }

  #next(): FileRow | undefined {
    return this.rows.find(({ state }) => state === 'waiting');
  }

  async #read({ key, name }: FileRow): Promise<void> {
    const file = this.#files.get(key);
    this.#files.delete(key);
    if (!file || this.#stop.signal.aborted) return this.#set(key, { state: 'stopped' });
    this.#set(key, { state: 'reading' });
    try {
      const path = { organisation: this.organisation(), name: name.slice(0, 200), lang: router.language };
      const taken = await post('/press/files', path, file, this.#stop.signal);
      const state = taken.items.length === 0 && taken.faults.length > 0 ? 'failed' : 'read';
      this.#set(key, { state, items: taken.items, faults: taken.faults });
    } catch (error) {
      if (this.#stop.signal.aborted) return this.#set(key, { state: 'stopped' });
      const problem = problemOf(error);
      this.#set(key, { state: 'failed', faults: problem.faults, text: problem.faults.length > 0 ? '' : problem.title });
    }
  }

  #set(key: number, change: Partial<FileRow>): void {
    this.rows = this.rows.map((row) => (row.key === key ? { ...row, ...change } : row));
  }
}
