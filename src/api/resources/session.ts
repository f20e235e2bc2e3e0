import { queryOptions } from '@tanstack/react-query'
import { parse, request } from '../client'
import { type Session, sessionSchema } from '../contract/session'
import { keys, listStaleMs } from '../keys'

const path = '/session'

/** Gives who is signed in (`user` is null when nobody is), and what the gateway stands in front of. Throws `ApiError`. */
export async function getSession(signal?: AbortSignal): Promise<Session> {
  return parse(sessionSchema, await request(path, { signal }))
}

/** Signs in with an access token of the console. Throws `ApiError`: `unauthenticated` when the token is wrong. */
export async function signIn(token: string, signal?: AbortSignal): Promise<Session> {
  return parse(sessionSchema, await request(path, { method: 'POST', body: { token }, signal }))
}

/** Ends the session of this browser. Throws `ApiError`. */
export async function signOut(): Promise<void> {
  await request(path, { method: 'DELETE' })
}

/** Who is signed in, and what the gateway stands in front of. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: keys.session(),
    queryFn: ({ signal }) => getSession(signal),
    staleTime: listStaleMs,
    gcTime: Infinity,
  })
