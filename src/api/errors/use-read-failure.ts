import { hashKey, useQueryClient, type QueryKey, type UseQueryResult } from '@tanstack/react-query'
import { asApiError, type ApiError } from './errors'
import { standingFailure } from './recovery'

/**
 * Takes the key of a query and its result, and gives why the last read failed; null where it did not. Unlike the
 * result's own error it stands while the read is tried again, so that the screen does not go back and forth between the
 * failure and the waiting.
 */
export function useReadFailure(
  queryKey: QueryKey,
  result: Pick<UseQueryResult, 'data' | 'error' | 'isFetching'>,
): ApiError | null {
  const client = useQueryClient()
  if (result.error) return asApiError(result.error)
  if (result.data !== undefined || !result.isFetching) return null
  const query = client.getQueryCache().get(hashKey(queryKey))
  return (query && standingFailure(query)) ?? null
}
