import { parse, request } from '../client'
import { sessionSchema, type Session } from '../contract/session'

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
