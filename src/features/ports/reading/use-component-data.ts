import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Port } from '../../../api/contract/port'
import { ApiError } from '../../../api/errors/errors'
import { recoveryDelayMs } from '../../../api/errors/recovery'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { keys } from '../../../api/keys'
import type { ComponentRef } from '../../../api/paths'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { useSlow } from '../../../lib/timers'
import { useRefreshOnFocus } from './refresh'

const givenUp = new ApiError({ kind: 'given-up' })

export interface ComponentData {
  /** `failed` only while there are no ports to show; a later failure keeps the ports. */
  status: 'loading' | 'failed' | 'ready'
  error: ApiError | null
  /** Undefined until they are read. */
  ports: readonly Port[] | undefined
  /** Why the gateway rules could not be read; null if they were. */
  rulesError: ApiError | null
  isRefreshing: boolean
  /** The current read takes longer than usual. */
  isSlow: boolean
  /** When the ports were last read, in milliseconds since 1970. */
  readAt: number
  refresh: () => void
  /** Stops waiting for the current read and keeps the ports. */
  giveUp: () => void
}

/**
 * Keeps a component's ports and gateway rules up to date: reads them on mount, on focus, every `intervalMs` (null: never)
 * and after a failure. While `paused`, a plan runs and reads back its own changes, so nothing else is read.
 */
export function useComponentData(
  ref: ComponentRef,
  { intervalMs, paused }: { intervalMs: number | null; paused: boolean },
): ComponentData {
  const reading = {
    refetchInterval: (query: Parameters<typeof recoveryDelayMs>[0]) =>
      !paused && soonest(recoveryDelayMs(query), intervalMs ?? false),
    refetchOnWindowFocus: !paused,
    refetchOnReconnect: !paused,
  }
  const client = useQueryClient()
  const ports = useQuery({ ...portsQuery(ref), ...reading })
  const domains = useQuery({ ...domainsQuery(ref), ...reading })
  useRefreshOnFocus(ref, paused)

  const isReading = ports.isFetching || domains.isFetching
  const isSlow = useSlow(isReading)
  // Neither a response nor anything pending: the person stopped waiting.
  const isGivenUp = ports.isPending && ports.fetchStatus === 'idle'
  const failure = useReadFailure(portsQuery(ref).queryKey, ports)
  const rulesFailure = useReadFailure(domainsQuery(ref).queryKey, domains)
  const error = isGivenUp ? givenUp : failure

  return {
    status: ports.data ? 'ready' : error ? 'failed' : 'loading',
    error,
    ports: ports.data,
    rulesError: rulesFailure,
    isRefreshing: isReading,
    isSlow,
    readAt: ports.dataUpdatedAt,
    refresh: () => {
      void ports.refetch()
      void domains.refetch()
    },
    giveUp: () => {
      void client.cancelQueries({ queryKey: keys.ports(ref), exact: true })
      void client.cancelQueries({ queryKey: keys.domains(ref), exact: true })
    },
  }
}

function soonest(delayMs: number | false, otherMs: number | false): number | false {
  return delayMs === false || otherMs === false ? delayMs || otherMs : Math.min(delayMs, otherMs)
}
