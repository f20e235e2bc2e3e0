import { useState, useSyncExternalStore } from 'react'
import { hasSeveralDomains } from '../rows/internal-domain'
import type { RowStore } from '../rows/row-store'

/**
 * Returns whether the ports of the component have different internal domains. While a change is under way, the answer stays
 * what it was: a new internal domain reaches the ports one after the other.
 */
export function useSeveralDomains(store: RowStore, component: string): boolean {
  const [look] = useState(() => createLook(store, component))
  return useSyncExternalStore(store.subscribe, look)
}

function createLook(store: RowStore, component: string): () => boolean {
  let last = false
  return () => {
    const rows = [...store.rows(component).values()]
    if (!rows.some(({ activity }) => activity.pending)) last = hasSeveralDomains(rows)
    return last
  }
}
