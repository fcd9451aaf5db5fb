// SPDX-License-Identifier: EUPL-1.2
// What was just done, told on the page one lands on, with the way to take it back.
export interface Done {
  text: string;
  /** Number of what was written together; 0: nothing to take back. */
  batch: number;
}

class Messages {
  shown = $state.raw<Done>();
  #page = '';

  /** `page`: path of the page the message belongs to; it goes when that page is left. */
  tell(text: string, page: string, batch = 0): void {
    this.#page = page;
    this.shown = { text, batch };
  }

  /** To be called on each change of page. */
  moved(page: string): void {
    if (this.shown && page !== this.#page) this.shown = undefined;
  }

  close(): void {
    this.shown = undefined;
  }
}

export const messages = new Messages();
