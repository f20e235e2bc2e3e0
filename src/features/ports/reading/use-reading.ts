import { useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from '../../../api/keys'
import type { ComponentRef } from '../../../api/paths'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { useSlow } from '../../../lib/timers'
import { rereadComponent } from './refresh'

interface Reading {
  isReading: boolean
  /** It takes longer than usual. */
  isSlow: boolean
  /** When the ports were last read, in milliseconds since 1970; 0 before. */
  readAt: number
  /** Reads ports and gateway rules again. */
  refresh: () => void
  /** Stops waiting and keeps the ports. */
  giveUp: () => void
}

/** Follows how a component's ports and gateway rules are read. It changes with each read, so only what shows it asks. */
export function useReading(ref: ComponentRef): Reading {
  const client = useQueryClient()
  // `useComponentData` and `KeptFresh` decide when to read.
  const ports = useQuery({ ...portsQuery(ref), enabled: false })
  const domains = useQuery({ ...domainsQuery(ref), enabled: false })
  const isReading = ports.isFetching || domains.isFetching
  return {
    isReading,
    isSlow: useSlow(isReading),
    readAt: ports.dataUpdatedAt,
    refresh: () => rereadComponent(client, ref),
    giveUp: () => {
      void client.cancelQueries({ queryKey: keys.ports(ref), exact: true })
      void client.cancelQueries({ queryKey: keys.domains(ref), exact: true })
    },
  }
}
