import { queryOptions } from '@tanstack/react-query'
import { listTeams } from '../endpoints/teams'
import { keys } from '../keys'
import { listStaleMs } from './stale-times'

/** Every team of the person. */
export const teamsQuery = () =>
  queryOptions({
    queryKey: keys.teams(),
    queryFn: ({ signal }) => listTeams(signal),
    staleTime: listStaleMs,
  })
