import { queryOptions } from '@tanstack/react-query'
import { getSession } from '../endpoints/session'
import { keys } from '../keys'
import { listStaleMs } from './stale-times'

/** Who is signed in, and what the gateway stands in front of. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: keys.session(),
    queryFn: ({ signal }) => getSession(signal),
    staleTime: listStaleMs,
    gcTime: Infinity,
  })
