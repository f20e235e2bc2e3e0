import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { usePaced } from '../../lib/use-paced'
import type { InventoryReader } from '../inventory/reading/inventory-reader'
import type { InventoryState } from '../inventory/reading/inventory-state'
import type { InventoryPlace } from '../inventory/reading/targets'
import { paceMs, useInventoryReader } from '../inventory/use-inventory-reader'
import { createExposure, type Exposure } from './reading/exposure'

interface ReadExposure {
  reader: InventoryReader
  state: InventoryState
  exposure: Exposure
}

/**
 * Reads a place while it is shown, and follows what is open at its gateway, whoever changes it in this tab. Gateway rules are
 * read before ports. `place` must stay the same: another one needs another `key`.
 */
export function useExposure(place: InventoryPlace): ReadExposure {
  const client = useQueryClient()
  const { reader, state } = useInventoryReader(place)
  const source = useMemo(() => createSource(client, reader, place), [client, reader, place])
  return { reader, state, exposure: usePaced(source.subscribe, source.read, paceMs) }
}

function createSource(client: QueryClient, reader: InventoryReader, place: InventoryPlace) {
  const exposureOf = createExposure(client, place)
  let known: Exposure | null = null
  let isSettled = false

  function look(): Exposure {
    const { phase, targets, requests } = reader.state()
    // Without any request, it hasn't begun.
    isSettled ||= phase === 'done' && requests.total > 0
    return exposureOf(targets, isSettled)
  }

  return {
    /** The same object until something that it is made of has changed. */
    read: () => (known ??= look()),
    subscribe: (listener: () => void) => {
      const handleChange = () => {
        known = null
        listener()
      }
      handleChange()
      const leaveReader = reader.subscribe(handleChange)
      const leaveCache = client.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') handleChange()
      })
      return () => {
        leaveReader()
        leaveCache()
      }
    },
  }
}
