import { hashKey, useQueryClient, type QueryKey, type UseQueryResult } from '@tanstack/react-query'
import { asApiError, type ApiError } from './errors'
import { standingFailure } from './recovery'

/**
 * Returns why the last read of a query failed, or null. Unlike the result's own error it stays while the read is repeated,
 * so that the screen does not switch back and forth between failure and loading.
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
