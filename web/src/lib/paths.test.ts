// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { languageOf, recordPath, returnPath, routeOf, signInPath, withoutLanguage } from './paths';
import { preferredLanguage } from './preferred';

describe('paths', () => {
  it('tells the language and what stands behind it', () => {
    expect(languageOf('/de/search')).toBe('de');
    expect(languageOf('/search')).toBeUndefined();
    expect(languageOf('/deutsch')).toBeUndefined();
    expect(withoutLanguage('/en/topics/photonics')).toBe('/topics/photonics');
    expect(withoutLanguage('/en')).toBe('/');
    expect(withoutLanguage('/search')).toBe('/search');
  });

  it('finds the page of a path', () => {
    expect(routeOf('/de/')).toEqual({ page: 'home', id: '' });
    expect(routeOf('/de/organisations/biosaxony')).toEqual({ page: 'organisation', id: 'biosaxony' });
    expect(routeOf('/en/topics')).toEqual({ page: 'topics', id: '' });
    expect(routeOf('/en/topics/photonics/')).toEqual({ page: 'topic', id: 'photonics' });
    expect(routeOf('/de/projects/a%2Eb')).toEqual({ page: 'project', id: 'a.b' });
  });

  it('finds the pages of accounts', () => {
    expect(routeOf('/de/sign-in')).toEqual({ page: 'sign-in', id: '' });
    expect(routeOf('/en/account').page).toBe('account');
    expect(routeOf('/en/link').page).toBe('link');
    expect(routeOf('/de/organisations/optence/roles')).toEqual({ page: 'roles', id: 'optence' });
    expect(routeOf('/de/organisations/optence/other').page).toBe('missing');
    expect(routeOf('/de/projects/laser-go/roles').page).toBe('missing');
  });

  it('finds the pages about partners', () => {
    expect(routeOf('/de/partners/why').page).toBe('why');
    expect(routeOf('/en/partners/notes').page).toBe('notes');
    expect(routeOf('/en/partners/other').page).toBe('missing');
    expect(routeOf('/en/press').page).toBe('press');
    expect(routeOf('/en/press/learnt').page).toBe('press-memory');
    expect(routeOf('/de/press/feeds').page).toBe('press-feeds');
    expect(routeOf('/de/press/hafen-1')).toEqual({ page: 'press-item', id: 'hafen-1' });
    expect(routeOf('/de/press/hafen-1/x').page).toBe('missing');
    expect(['/de/paths', '/de/compare', '/de/teams'].map((path) => routeOf(path).page)).toEqual([
      'paths',
      'compare',
      'teams',
    ]);
  });

  it('leads to the sign-in page and back, and nowhere else', () => {
    expect(signInPath('/partners?for=optence&country=FR')).toBe(
      '/sign-in?to=%2Fpartners%3Ffor%3Doptence%26country%3DFR',
    );
    expect(signInPath('/')).toBe('/sign-in');
    expect(signInPath('/sign-in?to=%2Fimport')).toBe('/sign-in');
    expect(returnPath(new URLSearchParams('to=%2Fpartners%3Ffor%3Doptence'))).toBe('/partners?for=optence');
    for (const to of ['', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'import']) {
      expect(returnPath(new URLSearchParams({ to })), to).toBe('/');
    }
  });

  it('knows what it does not know', () => {
    for (const path of ['/de/nothing', '/de/projects/a/b', '/de/search/x', '/de/constructor']) {
      expect(routeOf(path).page).toBe('missing');
    }
    expect(routeOf('/de/projects/%E0%A4%A').page).toBe('project');
  });

  it('writes paths of records that have a page', () => {
    expect(recordPath('organisation', 'its-owl')).toBe('/organisations/its-owl');
    expect(recordPath('call', 'a/b')).toBe('/calls/a%2Fb');
    expect(recordPath('agreement', 'x')).toBeUndefined();
  });

  it('prefers the first language of the browser that it has', () => {
    expect(preferredLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(preferredLanguage(['fr'])).toBe('en');
  });
});
