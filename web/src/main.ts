// SPDX-License-Identifier: EUPL-1.2
import '@fontsource-variable/hanken-grotesk';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/pieces.css';
import './styles/tables.css';
import './styles/score.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { useLanguage } from './lib/i18n.svelte';
import { router } from './lib/router.svelte';

const target = document.getElementById('kontor');
if (target) {
  router.start();
  await useLanguage(router.language);
  mount(App, { target });
}
