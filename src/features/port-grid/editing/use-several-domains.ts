import { useState, useSyncExternalStore } from 'react'
import { hasSeveralDomains } from '../rows/internal-domain'
import type { Rows, RowStore } from '../rows/row-store'

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
  let looked: Rows | null = null
  return () => {
    const listed = store.listed(component)
    if (listed === looked) return last
    const rows = [...store.rows(component).values()]
    if (rows.some(({ activity }) => activity.pending)) return last
    looked = listed
    last = hasSeveralDomains(rows)
    return last
  }
}
