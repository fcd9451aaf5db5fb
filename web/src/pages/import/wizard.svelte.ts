// SPDX-License-Identifier: EUPL-1.2
// The import of a member list: choose, look at what would happen, change it, confirm. Nothing is written before that.
import { post, problemOf, type Problem, type Schemas } from '../../api/client';
import { router } from '../../lib/router.svelte';

export type Preview = Schemas['ImportPreview'];
export type Step = 'choose' | 'preview' | 'report';

export class Wizard {
  file = $state.raw<File>();
  cluster = $state.raw<{ id: string; name: string }>();
  country = $state('');
  preview = $state.raw<Preview>();
  report = $state.raw<Schemas['ImportReport']>();
  problem = $state.raw<Problem>();
  busy = $state(false);
  skipped = $state.raw<ReadonlySet<number>>(new Set());
  separate = $state.raw<ReadonlySet<number>>(new Set());
  #fields = $state.raw<Readonly<Record<string, string>>>({});

  readonly step: Step = $derived(this.report ? 'report' : this.preview ? 'preview' : 'choose');

  async look(): Promise<void> {
    await this.#run(async (file) => {
      this.preview = await post('/imports/organisations/preview', this.#parameters(file), file);
    });
  }

  async confirm(): Promise<void> {
    await this.#run(async (file) => {
      this.report = await post('/imports/organisations', this.#parameters(file), file);
    });
  }

  map(column: string, field: string): void {
    this.#fields = { ...this.#fields, [column]: field };
    void this.look();
  }

  skip(line: number): void {
    this.skipped = toggledIn(this.skipped, line);
    void this.look();
  }

  separateRow(line: number): void {
    this.separate = toggledIn(this.separate, line);
    void this.look();
  }

  /** Back to the choice of a file; what was set for another file is forgotten. */
  restart(): void {
    this.preview = this.report = this.problem = undefined;
    this.#fields = {};
    this.skipped = this.separate = new Set();
  }

  #parameters(file: File) {
    return {
      filename: file.name.slice(0, 200),
      cluster: this.cluster?.id ?? '',
      country: this.country,
      mapping: Object.entries(this.#fields)
        .map(([column, field]) => `${column}=${field}`)
        .join(','),
      skip: [...this.skipped],
      separate: [...this.separate],
      lang: router.language,
    };
  }

  async #run(work: (file: File) => Promise<void>): Promise<void> {
    if (!this.file) return;
    this.busy = true;
    try {
      await work(this.file);
      this.problem = undefined;
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}

function toggledIn(lines: ReadonlySet<number>, line: number): ReadonlySet<number> {
  const copy = new Set(lines);
  if (!copy.delete(line)) copy.add(line);
  return copy;
}
