// SPDX-License-Identifier: EUPL-1.2
// The address bar as state. One instance for the whole page; links stay ordinary links.
import { tick } from 'svelte';
import { languageOf, routeOf, withoutLanguage, type Language } from './paths';
import { preferredLanguage } from './preferred';

const kScrollStore = 'kontor.scroll';

class Router {
  #url = $state.raw(new URL(location.href));
  #focusPending = false;
  #scrollPending: number | undefined;
  /** Asked before the page is left; false: one stays. */
  guard: (() => boolean) | undefined;

  readonly route = $derived(routeOf(this.#url.pathname));
  readonly language: Language = $derived(languageOf(this.#url.pathname) ?? preferredLanguage(navigator.languages));
  readonly parameters = $derived(this.#url.searchParams);

  get path(): string {
    return withoutLanguage(this.#url.pathname);
  }

  /** Path and question without the language: what one comes back to. */
  get place(): string {
    return this.path + this.#url.search;
  }

  /** What stands behind #: the secret of a link that was mailed. */
  get fragment(): string {
    return this.#url.hash.slice(1);
  }

  /** Address of a page in the language of now, or in another one. */
  href(path: string, language: Language = this.language): string {
    return `/${language}${path === '/' ? '/' : path}`;
  }

  /** This very page in another language. */
  translated(language: Language): string {
    const fragment = this.route.page === 'link' ? this.#url.hash : '';
    return this.href(this.path, language) + this.#url.search + fragment;
  }

  start(): void {
    history.scrollRestoration = 'manual';
    if (!languageOf(this.#url.pathname)) this.go(this.translated(this.language), 'replace');
    addEventListener('popstate', () => this.#returned());
    addEventListener('scrollend', () => this.#remember());
    document.addEventListener('click', (event) => this.#clicked(event));
  }

  go(href: string, how: 'push' | 'replace' = 'push'): void {
    const next = new URL(href, location.href);
    const samePage = next.pathname === this.#url.pathname;
    if (this.#leaves(next) && this.guard?.() === false) return;
    if (how === 'push') history.pushState({ key: Date.now() }, '', next);
    else history.replaceState(history.state, '', next);
    const sameRecord = withoutLanguage(next.pathname) === this.path;
    this.#url = next;
    if (samePage || sameRecord) return;
    this.#focusPending = true;
    scrollTo({ top: 0, behavior: 'instant' });
  }

  /** True once after a change of page: the new heading takes the focus. */
  takeFocus(): boolean {
    const pending = this.#focusPending;
    this.#focusPending = false;
    return pending;
  }

  /** To be called when a page's content stands: brings back the place one came from. */
  async settled(): Promise<void> {
    const top = this.#scrollPending;
    if (top === undefined) return;
    this.#scrollPending = undefined;
    await tick();
    scrollTo({ top, behavior: 'instant' });
  }

  /** The same page in another language is not left. */
  #leaves(next: URL): boolean {
    return withoutLanguage(next.pathname) !== this.path;
  }

  #returned(): void {
    const next = new URL(location.href);
    if (this.#leaves(next) && this.guard?.() === false) {
      history.pushState({ key: Date.now() }, '', this.#url);
      return;
    }
    if (next.pathname !== this.#url.pathname) this.#focusPending = true;
    this.#scrollPending = Number(sessionStorage.getItem(this.#scrollKey()) ?? 0);
    this.#url = next;
  }

  #scrollKey(): string {
    const state: unknown = history.state;
    const key = state && typeof state === 'object' && 'key' in state ? String(state.key) : 'first';
    return `${kScrollStore}.${key}`;
  }

  #remember(): void {
    sessionStorage.setItem(this.#scrollKey(), String(Math.round(scrollY)));
  }

  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest('a');
    const href = link instanceof SVGAElement ? link.href.baseVal : link?.href;
    if (!link || !href || link.hasAttribute('download') || link.getAttribute('target')) return;
    const url = new URL(href, location.href);
    if (url.origin !== location.origin || !languageOf(url.pathname)) return;
    if (url.hash && url.pathname === location.pathname) return;
    event.preventDefault();
    this.go(url.href);
  }
}

export const router = new Router();

/** Through whose eyes this page is seen: "public", "network", an organisation's id; empty for one's own. */
export function seenAs(): string {
  return router.parameters.get('as') ?? '';
}
