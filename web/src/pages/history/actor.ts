// SPDX-License-Identifier: EUPL-1.2
// Who made a change, in words.
import { t } from '../../lib/i18n.svelte';

/** What the operator brought in at the terminal, often everything at once. */
export const kTerminal = 'cli';

/** The name of whoever made a change; empty for those who may not know. */
export function actorName(actor: string): string {
  if (actor === kTerminal) return t('history.terminal');
  return actor === 'confirmation-link' ? t('history.link') : actor;
}
