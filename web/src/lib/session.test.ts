// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it, vi } from 'vitest';

const server = vi.hoisted(() => ({ get: vi.fn(), send: vi.fn(), useFormToken: vi.fn() }));
vi.mock('../api/client', () => server);
vi.mock('./router.svelte', () => ({ router: { language: 'de' } }));

const { Session } = await import('./session.svelte');
type State = Parameters<InstanceType<typeof Session>['accept']>[0];

const kNobody: State = {
  signed_in: false,
  user: '',
  name: '',
  email: '',
  language: '',
  roles: [],
  form_token: '',
  sends_mail: false,
  provider: '',
  needs_setup: false,
};
const role = (name: 'editor' | 'administrator', organisation: string) => ({
  role: name,
  role_name: name,
  organisation,
  organisation_name: organisation,
  may: (name === 'administrator' ? ['administer'] : ['edit_profile', 'review']) as State['roles'][number]['may'],
});
const kAda: State = { ...kNobody, signed_in: true, user: 'u1', form_token: 'f', roles: [role('editor', 'optence')] };

beforeEach(() => vi.resetAllMocks());

describe('session', () => {
  it('is unknown before the first answer', () => {
    const session = new Session();
    expect([session.signedIn, session.signedOut, session.turn]).toEqual([false, false, 0]);
  });

  it('turns when somebody else is signed in, and not otherwise', () => {
    const session = new Session();
    session.accept(kNobody);
    expect([session.signedOut, session.turn]).toEqual([true, 0]);
    session.accept(kAda);
    session.accept({ ...kAda, name: 'Ada' });
    expect([session.signedIn, session.turn]).toEqual([true, 1]);
    expect(server.useFormToken).toHaveBeenLastCalledWith('f');
  });

  it('signs in with the form and out again', async () => {
    const session = new Session();
    server.send.mockResolvedValueOnce(kAda).mockResolvedValueOnce(undefined);
    server.get.mockResolvedValueOnce(kNobody);
    await session.signIn({ email: 'ada@example.org', password: 'x' });
    expect(session.state?.user).toBe('u1');
    await session.signOut();
    expect(session.signedOut).toBe(true);
  });

  it('keeps what it knew when the server cannot be reached', async () => {
    const session = new Session();
    session.accept(kAda);
    server.get.mockRejectedValueOnce(new Error('gone'));
    await session.refresh();
    expect(session.signedIn).toBe(true);
  });

  it('knows for whom one notes what came of a partner', () => {
    const session = new Session();
    const jury = { ...role('editor', 'biosaxony'), may: [] };
    session.accept({ ...kAda, roles: [role('editor', 'optence'), role('editor', 'optence'), jury] });
    expect(session.noting).toEqual([{ id: 'optence', name: 'optence' }]);
    expect([session.notesFor('optence'), session.notesFor('biosaxony')]).toEqual([true, false]);
    session.accept({ ...kAda, roles: [{ ...role('administrator', ''), may: ['edit_profile', 'administer'] }] });
    expect([session.noting, session.notesFor('optence')]).toEqual([[], false]);
  });

  it('knows where one has a role; administrators have one everywhere', () => {
    const session = new Session();
    session.accept(kAda);
    expect([session.hasRoleAt('optence'), session.hasRoleAt('biosaxony')]).toEqual([true, false]);
    session.accept({ ...kAda, roles: [role('administrator', '')] });
    expect(session.hasRoleAt('biosaxony')).toBe(true);
  });
});
