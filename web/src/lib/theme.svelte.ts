// SPDX-License-Identifier: EUPL-1.2
// Light, dark, or as the system says. Kept in this browser only.

export const kThemes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof kThemes)[number];

const kStore = 'kontor.theme';

function stored(): Theme {
  try {
    const value = localStorage.getItem(kStore);
    return kThemes.find((theme) => theme === value) ?? 'system';
  } catch {
    return 'system';
  }
}

let current = $state<Theme>(stored());

export function theme(): Theme {
  return current;
}

export function useTheme(wanted: Theme): void {
  current = wanted;
  if (wanted === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = wanted;
  try {
    if (wanted === 'system') localStorage.removeItem(kStore);
    else localStorage.setItem(kStore, wanted);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
