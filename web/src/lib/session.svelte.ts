// SPDX-License-Identifier: EUPL-1.2
// Who is signed in, as the server says. One instance for the whole page.
import { get, send, useFormToken, type Schemas } from '../api/client';
import { router } from './router.svelte';

export type SessionState = Schemas['SessionState'];

export type Permission = Schemas['RoleHeld']['may'][number];

export class Session {
  #state = $state.raw<SessionState>();
  /** Grows whenever somebody else, or nobody any more, is signed in. */
  turn = $state(0);

  /** Undefined until the server has answered once. */
  get state(): SessionState | undefined {
    return this.#state;
  }

  get signedIn(): boolean {
    return this.#state?.signed_in ?? false;
  }

  /** Known to be nobody; false while it is unknown. */
  get signedOut(): boolean {
    return this.#state?.signed_in === false;
  }

  /** Whether one belongs to those who see the roles of an organisation. */
  hasRoleAt(organisation: string): boolean {
    const roles = this.#state?.roles ?? [];
    return roles.some((held) => held.organisation === organisation || held.role === 'administrator');
  }

  /** The organisations for which one notes what came of a partner: those for which one may change anything. */
  get noting(): { id: string; name: string }[] {
    const writes = (held: Schemas['RoleHeld']) => held.may.some((what) => what.startsWith('edit_'));
    return placesOf((this.#state?.roles ?? []).filter(writes));
  }

  notesFor(organisation: string): boolean {
    return this.noting.some(({ id }) => id === organisation);
  }

  /** Whether one of one's roles allows this somewhere. */
  may(what: Permission): boolean {
    return (this.#state?.roles ?? []).some((held) => held.may.includes(what));
  }

  /** The organisations at which a role allows this; not those of an administrator, who may everywhere. */
  placesFor(what: Permission): { id: string; name: string }[] {
    return placesOf((this.#state?.roles ?? []).filter((held) => held.may.includes(what)));
  }

  accept(state: SessionState): void {
    if (this.#state && this.#state.user !== state.user) this.turn += 1;
    this.#state = state;
    useFormToken(state.form_token);
  }

  /** Asks the server; when it cannot be reached, what was known stays. */
  async refresh(): Promise<void> {
    try {
      this.accept(await get('/session', { lang: router.language }));
    } catch {
      // The next look will tell.
    }
  }

  async signIn(form: Schemas['SignInForm']): Promise<void> {
    this.accept(await send('post', '/session', { lang: router.language }, form));
  }

  async signOut(): Promise<void> {
    await send('delete', '/session', {});
    await this.refresh();
  }

  /** Looks again whenever one comes back to the window; gives what ends it. */
  follow(): () => void {
    const look = () => void this.refresh();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }
}

/** Each organisation once; administrators have their role at none. */
function placesOf(roles: readonly Schemas['RoleHeld'][]): { id: string; name: string }[] {
  const places = new Map(roles.map((held) => [held.organisation, held.organisation_name]));
  return [...places].flatMap(([id, name]) => (id ? [{ id, name }] : []));
}

export const session = new Session();
