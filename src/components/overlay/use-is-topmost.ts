import { useId, useLayoutEffect, useSyncExternalStore } from 'react'

/** What is open, in the order of opening. */
let opened: readonly string[] = []
const listeners = new Set<() => void>()

function set(next: readonly string[]) {
  opened = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether no other dialog or drawer was opened after this one: Escape belongs to the last one alone. */
export function useIsTopmost(isOpen: boolean): boolean {
  const id = useId()
  useLayoutEffect(() => {
    if (!isOpen) return
    set([...opened, id])
    return () => set(opened.filter((other) => other !== id))
  }, [isOpen, id])
  return useSyncExternalStore(subscribe, () => opened.at(-1) === id)
}
