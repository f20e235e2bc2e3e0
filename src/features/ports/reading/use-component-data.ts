import { useQuery, useQueryClient } from '@tanstack/react-query'
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
  /** `failed` only while there are no ports to show; a later failure leaves what was read. */
  status: 'loading' | 'failed' | 'ready'
  error: ApiError | null
  /** The last reading failed, so that what is shown is older. */
  isOld: boolean
  rulesFailed: boolean
  isRefreshing: boolean
  /** It has been reading for longer than a moment. */
  isSlow: boolean
  /** When the ports were last read, in milliseconds since 1970. */
  readAt: number
  refresh: () => void
  /** Stops waiting for what is being read; what was read before stays. */
  giveUp: () => void
}

/**
 * Keeps ports and rules of a component read: at once, on focus, every `intervalMs` (null: not by itself), and again
 * after a failure. While `paused` nothing is read by itself, because a plan runs and reads back by itself.
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
  // Without an answer and without anybody who waits for one: the person gave it up.
  const isGivenUp = ports.isPending && ports.fetchStatus === 'idle'
  const failure = useReadFailure(portsQuery(ref).queryKey, ports)
  const error = isGivenUp ? givenUp : failure

  return {
    status: ports.data ? 'ready' : error ? 'failed' : 'loading',
    error,
    isOld: ports.isError,
    rulesFailed: domains.isError,
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
