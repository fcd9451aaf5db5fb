// SPDX-License-Identifier: EUPL-1.2
// Places an opened popover beside its button, inside the window.

const kGap = 6;
const kEdge = 8;

export function placeBeside(button: Element, popover: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const size = popover.getBoundingClientRect();
  const below = at.bottom + kGap + size.height <= innerHeight - kEdge;
  const top = below ? at.bottom + kGap : Math.max(kEdge, at.top - kGap - size.height);
  const left = Math.min(Math.max(kEdge, at.left - kEdge), innerWidth - size.width - kEdge);
  popover.style.top = `${Math.max(kEdge, top)}px`;
  popover.style.left = `${Math.max(kEdge, left)}px`;
}
