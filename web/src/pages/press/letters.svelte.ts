// SPDX-License-Identifier: EUPL-1.2
// Whether single letters act on the list of claims: on until somebody switches them off, which the browser remembers.
const kStore = 'kontor.press.letters';

class Letters {
  #on = $state(read());

  get on(): boolean {
    return this.#on;
  }

  set on(value: boolean) {
    this.#on = value;
    try {
      localStorage.setItem(kStore, value ? 'on' : 'off');
    } catch {
      // It holds for this visit.
    }
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(kStore) !== 'off';
  } catch {
    return true;
  }
}

export const letters = new Letters();
