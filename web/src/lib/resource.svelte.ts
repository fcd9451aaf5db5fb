// SPDX-License-Identifier: EUPL-1.2
// An answer of the server as state: loading, there, or refused. Old data stay visible while new ones are on their way.
import { problemOf, type Problem } from '../api/client';
import { router } from './router.svelte';

export interface Resource<T> {
  readonly data: T | undefined;
  readonly problem: Problem | undefined;
  readonly loading: boolean;
  set(data: T): void;
}

/** Loads now and whenever state that `load` reads before its first await changes. Undefined: nothing to ask. */
export function resource<T>(load: (signal: AbortSignal) => Promise<T> | undefined): Resource<T> {
  let data = $state.raw<T>();
  let problem = $state.raw<Problem>();
  let loading = $state(true);

  $effect(() => {
    const stop = new AbortController();
    const answer = load(stop.signal);
    loading = answer !== undefined;
    if (!answer) data = problem = undefined;
    answer
      ?.then((value) => {
        if (stop.signal.aborted) return;
        [data, problem, loading] = [value, undefined, false];
        void router.settled();
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        [problem, loading] = [problemOf(error), false];
      });
    return () => stop.abort();
  });

  return {
    get data() {
      return data;
    },
    get problem() {
      return problem;
    },
    get loading() {
      return loading;
    },
    set(value) {
      data = value;
    },
  };
}
