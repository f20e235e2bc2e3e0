import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Port } from '../../../api/contract/port'
import { ApiError } from '../../../api/errors/errors'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import type { ComponentRef } from '../../../api/paths'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { rereadComponent } from './refresh'

const givenUp = new ApiError({ kind: 'given-up' })

export interface ComponentData {
  /** `failed` only while there are no ports to show; a later failure keeps the ports. */
  status: 'loading' | 'failed' | 'ready'
  error: ApiError | null
  /** Undefined until they are read. */
  ports: readonly Port[] | undefined
  /** Why the gateway rules could not be read; null if they were. */
  rulesError: ApiError | null
  refresh: () => void
}

/**
 * Reads a component's ports and gateway rules. Once there are ports, that they are read again changes nothing until they
 * have come: `useReading` tells, and `KeptFresh` sees to it.
 */
export function useComponentData(ref: ComponentRef): ComponentData {
  const client = useQueryClient()
  const reading = {
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    notifyOnChangeProps: (): 'all' | ('data' | 'error')[] =>
      client.getQueryData(portsQuery(ref).queryKey) === undefined ? 'all' : ['data', 'error'],
  }
  const ports = useQuery({ ...portsQuery(ref), ...reading })
  const domains = useQuery({ ...domainsQuery(ref), ...reading })

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
    refresh: () => rereadComponent(client, ref),
  }
}
