// SPDX-License-Identifier: EUPL-1.2
// One entry per page; each is loaded when it is first opened.
import type { Component } from 'svelte';
import type { PageName } from '../lib/paths';

/** Pages that show no record take no id; giving them one does no harm. */
export type Page = Component<{ id: string; kind: string }>;
type Module = Promise<{ default: Page | Component<{ id: string }> | Component<Record<string, never>> }>;

export const kPages: Readonly<Record<PageName, () => Module>> = {
  home: () => import('./home/HomePage.svelte'),
  search: () => import('./search/SearchPage.svelte'),
  organisation: () => import('./organisation/OrganisationPage.svelte'),
  project: () => import('./project/ProjectPage.svelte'),
  programme: () => import('./programme/ProgrammePage.svelte'),
  call: () => import('./call/CallPage.svelte'),
  topics: () => import('./topic/TopicsPage.svelte'),
  topic: () => import('./topic/TopicPage.svelte'),
  country: () => import('./country/CountryPage.svelte'),
  region: () => import('./region/RegionPage.svelte'),
  partners: () => import('./partners/PartnersPage.svelte'),
  why: () => import('./why/WhyPage.svelte'),
  notes: () => import('./notes/NotesPage.svelte'),
  paths: () => import('./paths/PathsPage.svelte'),
  compare: () => import('./compare/ComparePage.svelte'),
  teams: () => import('./teams/TeamsPage.svelte'),
  map: () => import('./map/MapPage.svelte'),
  'news-list': () => import('./news/NewsPage.svelte'),
  news: () => import('./news/ItemPage.svelte'),
  import: () => import('./import/ImportPage.svelte'),
  about: () => import('./about/AboutPage.svelte'),
  'sign-in': () => import('./sign_in/SignInPage.svelte'),
  link: () => import('./link/LinkPage.svelte'),
  password: () => import('./password/PasswordPage.svelte'),
  account: () => import('./account/AccountPage.svelte'),
  roles: () => import('./roles/RolesPage.svelte'),
  new: () => import('./edit/NewPage.svelte'),
  edit: () => import('./edit/EditPage.svelte'),
  history: () => import('./history/HistoryPage.svelte'),
  visibility: () => import('./visibility/VisibilityPage.svelte'),
  related: () => import('./related/RelatedPage.svelte'),
  suggestion: () => import('./suggestion/SuggestionPage.svelte'),
  review: () => import('./review/ReviewPage.svelte'),
  drafts: () => import('./drafts/DraftsPage.svelte'),
  users: () => import('./users/UsersPage.svelte'),
  audit: () => import('./audit/AuditPage.svelte'),
  'own-data': () => import('./privacy/OwnDataPage.svelte'),
  'person-data': () => import('./privacy/PersonPage.svelte'),
  register: () => import('./privacy/RegisterPage.svelte'),
  merge: () => import('./merge/MergePage.svelte'),
  press: () => import('./press/PressPage.svelte'),
  'press-item': () => import('./press/PressItemPage.svelte'),
  'press-memory': () => import('./press/PressMemoryPage.svelte'),
  'press-feeds': () => import('./press/FeedsPage.svelte'),
  missing: () => import('./missing/MissingPage.svelte'),
};
