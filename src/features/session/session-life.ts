import { hashKey, type QueryClient } from '@tanstack/react-query'
import { onSessionExpired } from '../../api/client'
import type { Session, User } from '../../api/contract/session'
import { sessionQuery, signOut } from '../../api/resources/session'
import { createEmitter } from '../../lib/emitter'
import { oneOf, storedValue } from '../../lib/stored-value'
import { forgetChanges } from '../change/engines'

/** What tabs tell one another. Nothing of the session itself: each asks the gateway for that. */
type Message = 'signed-in' | 'signed-out'

export interface SessionLife {
  /**
   * Who works, or worked until the session expired: the screens below stay theirs, so that nothing typed is lost.
   * Null when nobody has signed in, or somebody has signed out.
   */
  worker: () => User | null
  subscribe: (listener: () => void) => () => void
  /** A sign-in has succeeded in this tab. */
  begin: (session: Session) => void
  /** Signs out here and in the other tabs, and forgets everything. Throws `ApiError`, and then nothing has changed. */
  end: () => Promise<void>
  /** Whether somebody was signed in when this browser last heard of it: then data may be asked for at once. */
  isExpected: () => boolean
}

/** Whether somebody is signed in. A browser that stores nothing only waits a moment longer at the start. */
const hint = storedValue('portdeck.session', oneOf(['1']))

/**
 * Watches over who is signed in, from the cache's own session entry: whatever another person left is thrown away
 * before anything of it can be shown, a session that expired keeps its screens, and other tabs hear of it.
 */
export function createSessionLife(client: QueryClient, channel: BroadcastChannel | null): SessionLife {
  const { queryKey } = sessionQuery()
  const sessionHash = hashKey(queryKey)
  const workerChanged = createEmitter()
  let worker: User | null = null

  function setWorker(user: User | null) {
    if (user?.user_id === worker?.user_id) return
    worker = user
    workerChanged.emit()
  }

  function dropAll() {
    client.removeQueries({ predicate: (query) => query.queryHash !== sessionHash })
    client.getMutationCache().clear()
    forgetChanges(client)
  }

  function note(user: User | null) {
    hint.write(user === null ? null : '1')
    if (user === null) return
    if (worker !== null && worker.user_id !== user.user_id) dropAll()
    setWorker(user)
  }

  function forget() {
    dropAll()
    client.setQueryData(queryKey, (session) => session && { ...session, user: null })
    setWorker(null)
  }

  const tell = (message: Message) => channel?.postMessage(message)

  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryHash !== sessionHash) return
    const session = client.getQueryData(queryKey)
    if (session) note(session.user)
  })
  onSessionExpired(() => client.setQueryData(queryKey, (session) => session && { ...session, user: null }))
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'signed-out') forget()
    if (data === 'signed-in') void client.invalidateQueries({ queryKey })
  })

  return {
    worker: () => worker,
    subscribe: workerChanged.subscribe,
    begin(session) {
      client.setQueryData(queryKey, session)
      // What was refused while nobody was signed in is asked for again.
      void client.invalidateQueries({ predicate: (query) => query.queryHash !== sessionHash })
      tell('signed-in')
    },
    async end() {
      await signOut()
      forget()
      tell('signed-out')
    },
    isExpected: () => hint.read() !== null,
  }
}
