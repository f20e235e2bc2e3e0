import { useQuery } from '@tanstack/react-query'
import { asApiError, type ApiError } from '../../api/errors'
import { domainsQuery } from '../../api/queries/domains'
import { portsQuery } from '../../api/queries/ports'
import type { ComponentRef } from '../../api/refs'
import { useRefreshOnFocus } from './use-refresh-on-focus'

export interface ComponentData {
  /** `failed` only while there are no ports to show; a later failure leaves what was read. */
  status: 'loading' | 'failed' | 'ready'
  error: ApiError | null
  /** The last reading failed, so that what is shown is older. */
  isOld: boolean
  rulesFailed: boolean
  isRefreshing: boolean
  /** When the ports were last read, in milliseconds since 1970. */
  readAt: number
  refresh: () => void
}

/**
 * Keeps ports and rules of a component read: at once, on focus, and every `intervalMs` (null: not by itself). While
 * `paused` nothing is read by itself, because a plan runs and reads back by itself.
 */
export function useComponentData(
  ref: ComponentRef,
  { intervalMs, paused }: { intervalMs: number | null; paused: boolean },
): ComponentData {
  const reading = {
    refetchInterval: paused || intervalMs === null ? (false as const) : intervalMs,
    refetchOnWindowFocus: !paused,
  }
  const ports = useQuery({ ...portsQuery(ref), ...reading })
  const domains = useQuery({ ...domainsQuery(ref), ...reading })
  useRefreshOnFocus(ref, paused)

  return {
    status: ports.data ? 'ready' : ports.isError ? 'failed' : 'loading',
    error: ports.error && asApiError(ports.error),
    isOld: ports.isError,
    rulesFailed: domains.isError,
    isRefreshing: ports.isFetching || domains.isFetching,
    readAt: ports.dataUpdatedAt,
    refresh: () => {
      void ports.refetch()
      void domains.refetch()
    },
  }
}
