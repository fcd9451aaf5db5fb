// SPDX-License-Identifier: EUPL-1.2
// Whether there is room for text and claims side by side; so on paper, where nothing is folded.
const kQuery = '(min-width: 62rem), print';

class Wide {
  #query = matchMedia(kQuery);
  #on = $state(this.#query.matches);

  constructor() {
    this.#query.addEventListener('change', () => (this.#on = this.#query.matches));
  }

  get on(): boolean {
    return this.#on;
  }
}

export const wide = new Wide();
