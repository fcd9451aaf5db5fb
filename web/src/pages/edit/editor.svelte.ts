// SPDX-License-Identifier: EUPL-1.2
// A record being written: what it said when one began, what it says now, and the ways to keep it.
import { get, isFault, problemOf, send, type Problem, type Schemas } from '../../api/client';
import { differences, joined, type Difference, type Side } from '../../components/record_form/changes';
import type { Content, RecordKind } from '../../components/record_form/shape';
import { same, sendable } from '../../components/record_form/values';
import { router } from '../../lib/router.svelte';

type RecordView = Schemas['RecordView'];

export interface Start {
  kind: RecordKind;
  /** Empty for a new record. */
  id: string;
  /** What the record says on the server, and its version there; nothing and 0 for a new one. */
  stored: Content;
  version: number;
  /** What the form begins with. */
  content: Content;
  draft: string;
  owner: string;
}

export interface Conflict {
  present: RecordView;
  list: Difference[];
  /** Who changed it last; empty for those who may not know. */
  actor: string;
  at: string;
}

export class Editor {
  readonly kind: RecordKind;
  readonly id: string;
  content = $state.raw<Content>({});
  source = $state({ title: '', url: '', as_of: '' });
  owner = $state('');
  problem = $state.raw<Problem>();
  conflict = $state.raw<Conflict>();
  busy = $state(false);
  draft = $state('');
  #before = $state.raw<Content>({});
  #version = $state(0);
  #kept = $state.raw<Content>({});

  constructor(start: Start) {
    [this.kind, this.id, this.owner, this.draft] = [start.kind, start.id, start.owner, start.draft];
    [this.#before, this.#version] = [start.stored, start.version];
    this.content = this.#kept = start.content;
  }

  get changed(): boolean {
    return !same(this.content, this.#kept);
  }

  /** The record as it is now, or undefined: then `problem` or `conflict` says why not. */
  async publish(): Promise<RecordView | undefined> {
    return this.#try(async () => {
      const form: Schemas['RecordForm'] = { record: sendable(this.content) as Schemas['RecordContent'] };
      if (this.source.title.trim() || this.source.url.trim() || this.source.as_of.trim()) form.source = this.#origin();
      const lang = router.language;
      if (this.id) {
        const path = { kind: this.kind, id: this.id, lang };
        return this.#published(await send('put', '/records/{kind}/{id}', path, form, this.#version));
      }
      if (this.owner) form.owner = this.owner;
      return this.#published(await send('post', '/records/{kind}', { kind: this.kind, lang }, form));
    });
  }

  async keepDraft(): Promise<boolean> {
    const kept = await this.#try(async () => {
      const form: Schemas['DraftForm'] = {
        kind: this.kind,
        base: this.#version,
        content: sendable(this.content) as Schemas['RecordContent'],
      };
      if (this.draft) form.id = this.draft;
      if (this.id) form.subject = this.id;
      return send('post', '/drafts', { lang: router.language }, form);
    });
    if (!kept) return false;
    this.draft = kept.id;
    this.#kept = this.content;
    return true;
  }

  /** Takes the chosen sides over and begins anew from what is there now. */
  settle(chosen: Readonly<Record<string, Side>>): void {
    if (!this.conflict) return;
    const { present, list } = this.conflict;
    this.content = joined(present.record, list, chosen);
    [this.#before, this.#version] = [present.record, present.version];
    this.conflict = undefined;
  }

  #origin(): Schemas['SourceForm'] {
    const given = Object.entries(this.source).map(([name, text]) => [name, text.trim()] as const);
    const filled = Object.fromEntries(given.filter(([, text]) => text));
    return { title: filled['url'] ?? '', ...filled };
  }

  /** Published, a draft has done its work. */
  async #published(view: RecordView): Promise<RecordView> {
    this.#kept = this.content;
    if (this.draft) await send('delete', '/drafts/{id}', { id: this.draft }).catch(() => undefined);
    return view;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    [this.busy, this.problem] = [true, undefined];
    try {
      return await work();
    } catch (error) {
      const problem = problemOf(error);
      if (this.id && isFault(problem, 'edit-conflict')) await this.#compare(problem);
      else this.problem = problem;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** When everything that differs was changed on one side only, it is still shown: nobody's work goes unseen. */
  async #compare(refused: Problem): Promise<void> {
    try {
      const path = { kind: this.kind, id: this.id, lang: router.language };
      const [present, history] = await Promise.all([
        get('/records/{kind}/{id}', path),
        get('/records/{kind}/{id}/history', path),
      ]);
      const last = history.steps[0];
      const list = differences(this.#before, sendable(this.content), present.record);
      this.conflict = { present, list, actor: last?.actor ?? '', at: last?.at ?? '' };
    } catch {
      this.problem = refused;
    }
  }
}
