import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { sessionQuery } from '../../api/resources/session'
import { usePaced } from '../../lib/use-paced'
import { useEngine } from '../change/use-engine'
import { followLastVisit } from './last-visit/last-visit'
import { createInventoryReader, type InventoryReader } from './reading/inventory-reader'
import type { InventoryState } from './reading/inventory-state'
import type { InventoryPlace } from './reading/targets'

/** Milliseconds between two renderings of what arrives meanwhile. */
export const paceMs = 100

/**
 * Reads a place into the query cache while it is shown: what was read within two minutes is not read again, and what this
 * person's last visit has read is there at once. `place` must stay the same: another one needs another `key`.
 */
export function useInventoryReader(place: InventoryPlace): {
  reader: InventoryReader
  state: InventoryState
} {
  const client = useQueryClient()
  const engine = useEngine()
  const reader = useMemo(
    () => createInventoryReader({ client, isBusy: engine.isBusy, place }),
    [client, engine, place],
  )
  const session = useQuery(sessionQuery()).data
  const person = session?.user?.user_id
  const console = session?.console ?? null
  useEffect(() => {
    reader.start()
    return reader.stop
  }, [reader])
  useEffect(
    () =>
      person === undefined ? undefined : followLastVisit(client, { console, person, place }, reader.look),
    [client, console, person, place, reader],
  )
  return { reader, state: usePaced(reader.subscribe, reader.state, paceMs) }
}
