import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { Session, User } from '../../api/contract/session'
import { abortReads, onSessionExpired } from '../../api/request/client'
import { hasPageAnswers } from '../../api/request/page-answers'
import { sessionQuery, signOut } from '../../api/resources/session'
import { createEmitter } from '../../lib/emitter'
import { eraseStored, oneOf, storedTexts, storedValue } from '../../lib/stored-value'
import { forgetChanges } from '../change/engines'

/** Messages between tabs. They hold nothing of the session: each tab asks the gateway. */
type Message = 'signed-in' | 'signed-out'

export interface SessionLife {
  /**
   * Who is signed in, or was until the session expired: their screens stay, so that nothing typed is lost. Null when
   * nobody has signed in, or after signing out.
   */
  worker: () => User | null
  subscribe: (listener: () => void) => () => void
  /** To be called after a successful sign-in in this tab. */
  begin: (session: Session) => void
  /** To be called now and then while somebody uses the page: only reading the session extends it. */
  renew: () => void
  /**
   * Signs out in every tab, and drops all data and what the browser stored about the person. Throws an `ApiError` when
   * nothing has changed.
   */
  end: () => Promise<void>
  /** Whether somebody was signed in the last time, or when the page was sent: data can be requested before the session is known. */
  isExpected: () => boolean
  /** Whether nobody has been signed in since the page was loaded. */
  isNew: () => boolean
}

/** Without storage, the start of the app takes a moment longer. */
const hint = storedValue('portdeck.session', oneOf(['1']))

/**
 * Follows the session in the query cache: drops another person's data before any of it can be shown, keeps the screens
 * of an expired session, and informs other tabs.
 */
export function createSessionLife(client: QueryClient, channel: BroadcastChannel | null): SessionLife {
  const { queryKey } = sessionQuery()
  const sessionHash = hashKey(queryKey)
  const workerChanged = createEmitter()
  let worker: User | null = null
  let isNew = true

  function setWorker(user: User | null) {
    if (user?.user_id === worker?.user_id) return
    worker = user
    isNew = false
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

  function forget(before?: [string, string][]) {
    abortReads()
    dropAll()
    eraseStored(before)
    client.setQueryData(queryKey, (session) => session && { ...session, user: null })
    setWorker(null)
  }

  const renew = () => void client.invalidateQueries({ queryKey })
  const tell = (message: Message) => channel?.postMessage(message)

  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryHash !== sessionHash) return
    const session = client.getQueryData(queryKey)
    if (session) note(session.user)
  })
  onSessionExpired(() => client.setQueryData(queryKey, (session) => session && { ...session, user: null }))
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'signed-out') forget()
    if (data === 'signed-in') renew()
  })

  return {
    worker: () => worker,
    subscribe: workerChanged.subscribe,
    begin(session) {
      client.setQueryData(queryKey, session)
      // Repeats what was refused while nobody was signed in.
      void client.invalidateQueries({ predicate: (query) => query.queryHash !== sessionHash })
      tell('signed-in')
    },
    renew,
    async end() {
      // The gateway lets the browser clear its storage.
      const before = storedTexts()
      abortReads()
      try {
        await signOut()
      } catch (error) {
        void client.invalidateQueries()
        throw error
      }
      forget(before)
      tell('signed-out')
    },
    isExpected: () => hint.read() !== null || hasPageAnswers(),
    isNew: () => isNew,
  }
}
