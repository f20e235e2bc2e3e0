import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { InventoryPlace } from '../inventory/reading/targets'
import { createOtherTeams } from './reading/other-teams'

/** Returns what reads the node ports of the person's other teams on the cluster of a place. Leaving the page stops it. */
export function useOtherTeams(place: InventoryPlace) {
  const client = useQueryClient()
  const others = useMemo(() => createOtherTeams(client, place), [client, place])
  useEffect(() => others.stop, [others])
  return { others, state: useSyncExternalStore(others.subscribe, others.state) }
}
