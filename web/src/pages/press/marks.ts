// SPDX-License-Identifier: EUPL-1.2
// What one has decided about claims and not sent yet: can be undone step by step, and outlives the page. Pure.

export interface Mark<Correction> {
  decision: 'accept' | 'correct' | 'reject';
  correction?: Correction;
}

export interface Marked<Correction> {
  marks: Readonly<Record<string, Mark<Correction>>>;
  /** Steps in the order in which they were made; one may mark several claims. */
  steps: readonly (readonly string[])[];
}

export const kNothing: Marked<never> = { marks: {}, steps: [] };

export function marked<C>(state: Marked<C>, claims: readonly string[], mark: Mark<C>): Marked<C> {
  if (claims.length === 0) return state;
  const marks = { ...state.marks };
  for (const claim of claims) marks[claim] = mark;
  return { marks, steps: [...without(state.steps, claims), [...claims]] };
}

export function unmarked<C>(state: Marked<C>, claims: readonly string[]): Marked<C> {
  const marks = Object.fromEntries(Object.entries(state.marks).filter(([claim]) => !claims.includes(claim)));
  return { marks, steps: without(state.steps, claims) };
}

/** Takes the last step back; gives the claims that are unmarked now. */
export function undone<C>(state: Marked<C>): { state: Marked<C>; claims: readonly string[] } {
  const claims = state.steps.at(-1) ?? [];
  return { state: unmarked(state, claims), claims };
}

/** Only marks of claims that may still be decided. */
export function stillOpen<C>(state: Marked<C>, open: ReadonlySet<string>): Marked<C> {
  return unmarked(
    state,
    Object.keys(state.marks).filter((claim) => !open.has(claim)),
  );
}

export function countsOf(state: Marked<unknown>): { accept: number; correct: number; reject: number } {
  const counts = { accept: 0, correct: 0, reject: 0 };
  for (const { decision } of Object.values(state.marks)) counts[decision] += 1;
  return counts;
}

function without(steps: readonly (readonly string[])[], claims: readonly string[]): readonly (readonly string[])[] {
  return steps.map((step) => step.filter((claim) => !claims.includes(claim))).filter((step) => step.length > 0);
}

/** What was kept from an earlier visit; nothing when it is no such thing. */
export function readMarked<C>(kept: string | null): Marked<C> {
  try {
    const found: unknown = JSON.parse(kept ?? '');
    if (found && typeof found === 'object' && 'marks' in found && 'steps' in found) return found as Marked<C>;
  } catch {
    // Nothing usable.
  }
  return kNothing;
}
