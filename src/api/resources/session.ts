import { queryOptions } from '@tanstack/react-query'
import { type Session, sessionSchema } from '../contract/session'
import { ApiError } from '../errors/errors'
import { keys, listStaleMs } from '../keys'
import { paths } from '../paths'
import { parse, request } from '../request/client'

export async function getSession(signal?: AbortSignal): Promise<Session> {
  return parse(sessionSchema, await request(paths.session(), { signal }))
}

/**
 * Throws an `ApiError` of kind `unauthenticated` for a wrong access token, and one without a status where the browser
 * didn't keep the session's cookie.
 */
export async function signIn(token: string): Promise<Session> {
  const session = parse(sessionSchema, await request(paths.session(), { method: 'POST', body: { token } }))
  const kept = await getSession().catch(() => session)
  if (!kept.user) throw new ApiError({ kind: 'unauthenticated' })
  return session
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
