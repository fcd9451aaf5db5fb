// SPDX-License-Identifier: EUPL-1.2
// One press text on the desk: what one has marked, where one is, and what is sent. Marks outlive the page, so that no
// fault and no closed window loses them.
import { get, problemOf, send, type Problem, type Schemas } from '../../api/client';
import { router } from '../../lib/router.svelte';
import { session } from '../../lib/session.svelte';
import {
  decisionsOf,
  faultsByClaim,
  isConfirmed,
  isSure,
  nextWaiting,
  partiesOf,
  type Claim,
  type ClaimMark,
  type Correction,
  type Entity,
  type Item,
} from './claims';
import { countsOf, kNothing, marked, readMarked, stillOpen, undone, unmarked, type Marked } from './marks';

export type Report = Schemas['PressDecisionReport'];

export class Desk {
  item = $state.raw<Item>() as Item;
  /** The claim one is at. */
  current = $state('');
  /** The claim whose form is open. */
  correcting = $state('');
  busy = $state(false);
  problem = $state.raw<Problem>();
  report = $state.raw<Report>();
  withdrawal = $state.raw<Schemas['PressWithdrawal']>();
  /** What the server said against single claims. */
  faults = $state.raw<Readonly<Record<string, string>>>({});
  onlyWaiting = $state(false);
  #state = $state.raw<Marked<Correction>>(kNothing);

  readonly entities: ReadonlyMap<string, Entity> = $derived(new Map(this.item.entities.map((one) => [one.id, one])));
  readonly marks: Readonly<Record<string, ClaimMark>> = $derived(this.#state.marks);
  readonly counts = $derived(countsOf(this.#state));
  readonly markTotal = $derived(Object.keys(this.marks).length);
  readonly waiting = $derived(this.item.claims.filter(({ state }) => state === 'waiting'));
  readonly sure = $derived(this.#unmarked((claim) => isSure(claim, this.entities)));
  /** Those that the network says already. */
  readonly known = $derived(this.#unmarked((claim) => isConfirmed(claim, this.entities)));
  /** Claims as they are listed: all, or those that still want a decision. */
  readonly shown = $derived(
    this.onlyWaiting ? this.waiting.filter(({ id }) => !(id in this.marks) || id === this.current) : this.item.claims,
  );

  constructor(item: Item) {
    this.item = item;
    this.#state = stillOpen(readMarked<Correction>(storage()?.getItem(this.#key) ?? null), this.#open);
    this.current = nextWaiting(item.claims, '', this.marks) ?? item.claims[0]?.id ?? '';
  }

  get mayDecide(): boolean {
    return this.item.may.includes('decide');
  }

  claim(id: string): Claim | undefined {
    return this.item.claims.find((claim) => claim.id === id);
  }

  parties(claim: Claim): Entity[] {
    return partiesOf(claim, this.entities);
  }

  mark(claims: readonly string[], mark: ClaimMark): void {
    const open = claims.filter((id) => this.#open.has(id));
    this.#keep(marked(this.#state, open, mark));
  }

  unmark(claim: string): void {
    this.#keep(unmarked(this.#state, [claim]));
  }

  unmarkAll(): void {
    this.#keep(kNothing);
  }

  /** Takes back the mark of the claim one is at, else the last step; gives the claim to be at then. */
  undo(): string | undefined {
    if (this.current in this.marks) {
      this.unmark(this.current);
      return this.current;
    }
    const { state, claims } = undone(this.#state);
    this.#keep(state);
    return claims[0];
  }

  /** The next claim without a decision; stays where one is when there is none. */
  next(): string {
    return nextWaiting(this.shown, this.current, this.marks) ?? this.current;
  }

  /** Sends what is marked; on a fault every mark stays. */
  async send(): Promise<boolean> {
    const claims = decisionsOf(this.marks);
    return claims.length > 0 && this.decide({ claims, entities: [] });
  }

  async decide(form: Schemas['PressDecisionForm']): Promise<boolean> {
    const path = { item: this.item.brief.id, lang: router.language };
    return this.#run(async () => {
      try {
        const report = await send('post', '/press/items/{item}/decisions', path, form);
        if (form.claims.length > 0) this.report = report;
        this.#show(report.item);
      } catch (error) {
        this.faults = faultsByClaim(problemOf(error).faults, form.claims);
        throw error;
      }
    });
  }

  /** A name that the reader missed; the text comes back as it is read with it. */
  async addName(form: Schemas['PressNameForm']): Promise<boolean> {
    const path = { item: this.item.brief.id, lang: router.language };
    return this.#run(async () => this.#show(await send('post', '/press/items/{item}/names', path, form)));
  }

  async withdraw(): Promise<boolean> {
    const path = { item: this.item.brief.id, lang: router.language };
    return this.#run(async () => {
      this.withdrawal = await send('delete', '/press/items/{item}', path);
      this.report = undefined;
      await this.#reload();
    });
  }

  async restore(): Promise<boolean> {
    const path = { item: this.item.brief.id, lang: router.language };
    return this.#run(async () => {
      this.report = await send('post', '/press/items/{item}/restore', path, {});
      this.withdrawal = undefined;
      this.#show(this.report.item);
    });
  }

  /** The same text again, in another language or as it stands now. */
  refresh(item: Item): void {
    this.#show(item);
  }

  async #run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    [this.busy, this.problem, this.faults] = [true, undefined, {}];
    try {
      await work();
      return true;
    } catch (error) {
      this.problem = problemOf(error);
      if (this.problem.status >= 400) await this.#reload().catch(() => undefined);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #reload(): Promise<void> {
    this.#show(await get('/press/items/{item}', { item: this.item.brief.id, lang: router.language }));
  }

  /** Marks of claims that somebody has decided meanwhile are dropped. */
  #show(item: Item): void {
    this.item = item;
    this.#keep(stillOpen(this.#state, this.#open));
    if (this.claim(this.current)?.state === 'waiting') return;
    this.current = nextWaiting(item.claims, this.current, this.marks) ?? (this.current || (item.claims[0]?.id ?? ''));
  }

  #unmarked(fits: (claim: Claim) => boolean): string[] {
    return this.waiting.filter((claim) => fits(claim) && !(claim.id in this.marks)).map(({ id }) => id);
  }

  get #open(): ReadonlySet<string> {
    return new Set(this.item.claims.filter(({ state }) => state === 'waiting').map(({ id }) => id));
  }

  get #key(): string {
    return `kontor.press.${session.state?.user ?? ''}.${this.item.brief.id}`;
  }

  #keep(state: Marked<Correction>): void {
    this.#state = state;
    try {
      if (Object.keys(state.marks).length === 0) storage()?.removeItem(this.#key);
      else storage()?.setItem(this.#key, JSON.stringify(state));
    } catch {
      // No room: the marks live as long as the page.
    }
  }
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
