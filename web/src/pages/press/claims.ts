// SPDX-License-Identifier: EUPL-1.2
// What the page works out about claims: which are sure, which wait for whom, in which order they stand. Pure.
import type { Schemas } from '../../api/client';
import { kSure } from './kinds';
import type { Mark } from './marks';
import { sentenceKey } from './text';

export type Item = Schemas['PressItem'];
export type Claim = Schemas['PressClaim'];
export type Entity = Schemas['PressEntity'];
export type Correction = Omit<Schemas['PressClaimDecision'], 'claim' | 'decision'>;
export type ClaimMark = Mark<Correction>;

/** What one does to a card; "corrected" and "close" end its form. */
export type CardAction = 'accept' | 'reject' | 'correct' | 'undo' | 'corrected' | 'close';

export const kDocument = 'document';

/** Claims of one sentence, in the order of the text. */
export interface Said {
  key: string;
  quote: string;
  claims: readonly Claim[];
}

export function bySentence(claims: readonly Claim[]): readonly Said[] {
  const groups = new Map<string, { key: string; quote: string; claims: Claim[] }>();
  for (const claim of claims) {
    const key = sentenceKey(claim.sentence);
    const group = groups.get(key) ?? { key, quote: claim.quote, claims: [] };
    group.claims.push(claim);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Whether nobody has said yet who is meant, though there is a choice. */
export function isDoubtful(entity: Entity): boolean {
  return entity.state === 'open' && entity.candidates.length > 0;
}

/** Those whom a claim is about, once each. */
export function partiesOf(claim: Claim, entities: ReadonlyMap<string, Entity>): Entity[] {
  const ids = [...new Set([claim.subject, claim.object])];
  return ids.flatMap((id) => entities.get(id) ?? []);
}

/** Sure enough to be accepted with others at one stroke: read surely, possible to write, nobody's name in doubt. */
export function isSure(claim: Claim, entities: ReadonlyMap<string, Entity>): boolean {
  if (claim.state !== 'waiting' || claim.confidence < kSure) return false;
  if (claim.effects.some(({ action }) => action === 'none')) return false;
  return !partiesOf(claim, entities).some(isDoubtful);
}

/** Whether the records say so already. */
export function isKnown(claim: Claim): boolean {
  return claim.effects.length > 0 && claim.effects.every(({ action }) => action === 'known');
}

/** Known well enough to be accepted with others at one stroke: only the text becomes a further source. */
export function isConfirmed(claim: Claim, entities: ReadonlyMap<string, Entity>): boolean {
  return claim.state === 'waiting' && isKnown(claim) && !partiesOf(claim, entities).some(isDoubtful);
}

/** The next claim that waits unmarked, from a place on and round; undefined when there is none. */
export function nextWaiting(
  order: readonly Claim[],
  from: string,
  marks: Readonly<Record<string, unknown>>,
): string | undefined {
  const waits = (claim: Claim) => claim.state === 'waiting' && !(claim.id in marks);
  const at = order.findIndex((claim) => claim.id === from);
  return [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))].find(waits)?.id;
}

/** A correction in few words: who, what, with whom. */
export function correctedWords(item: Item, correction: Correction): string {
  const nameOf = (id: string) => item.entities.find((one) => one.id === id)?.name ?? item.brief.title;
  const predicate = item.predicates.find((one) => one.predicate === correction.predicate)?.text ?? '';
  const object = correction.object ? nameOf(correction.object) : (correction.value ?? '');
  const more = (correction.qualifiers ?? []).map(({ name, label, value }) => `${label ?? name}: ${value}`);
  return [`${nameOf(correction.subject ?? '')} – ${predicate} – ${object}`, ...more].join(', ');
}

export function decisionsOf(marks: Readonly<Record<string, ClaimMark>>): Schemas['PressClaimDecision'][] {
  return Object.entries(marks).map(([claim, { decision, correction }]) => ({ claim, decision, ...correction }));
}

/** What is wrong with which claim, from the places of faults such as "/claims/3/value"; the rest is told above. */
export function faultsByClaim(
  faults: readonly Schemas['FaultView'][],
  sent: readonly Schemas['PressClaimDecision'][],
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { field, text } of faults) {
    const index = /^\/claims\/(\d+)/.exec(field)?.[1];
    const claim = index === undefined ? undefined : sent[Number(index)]?.claim;
    if (claim) found[claim] = [found[claim], text].filter(Boolean).join(' ');
  }
  return found;
}
