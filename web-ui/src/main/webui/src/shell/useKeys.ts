/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect } from 'react';

export type KeyBindings = Readonly<Record<string, () => void>>;

/** True where a key means text or a control's own action, not a shortcut of the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]')) return true;
  return document.querySelector('[aria-modal="true"]') !== null;
}

/** Listens for single keys while no dialog is open and nothing is being typed. Keep `bindings` stable. */
export function useKeys(bindings: KeyBindings): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const action = bindings[event.key];
      if (action === undefined || isTaken(event)) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [bindings]);
}
