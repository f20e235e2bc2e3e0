import { queryOptions } from '@tanstack/react-query'
import { type Session, sessionSchema } from '../contract/session'
import { keys, listStaleMs } from '../keys'
import { paths } from '../paths'
import { parse, request } from '../request/client'

export async function getSession(signal?: AbortSignal): Promise<Session> {
  return parse(sessionSchema, await request(paths.session(), { signal }))
}

/** Throws an `ApiError` of kind `unauthenticated` for a wrong access token. */
export async function signIn(token: string, signal?: AbortSignal): Promise<Session> {
  return parse(sessionSchema, await request(paths.session(), { method: 'POST', body: { token }, signal }))
}

export async function signOut(): Promise<void> {
  await request(paths.session(), { method: 'DELETE' })
}

export const sessionQuery = () =>
  queryOptions({
    queryKey: keys.session(),
    queryFn: ({ signal }) => getSession(signal),
    staleTime: listStaleMs,
    gcTime: Infinity,
  })
