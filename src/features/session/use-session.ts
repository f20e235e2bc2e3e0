import { useQuery } from '@tanstack/react-query'
import { createContext, use, useSyncExternalStore } from 'react'
import type { User } from '../../api/contract/session'
import { sessionQuery } from '../../api/resources/session'
import type { SessionLife } from './session-life'

export const SessionLifeContext = createContext<SessionLife | null>(null)

/** The session's life. Throws outside of its context. */
export function useSessionLife(): SessionLife {
  const life = use(SessionLifeContext)
  if (!life) throw new Error('useSessionLife needs a SessionLifeContext around it')
  return life
}

/** Who works here: also somebody whose session has expired, as long as the screens wait for them. */
export function useWorker(): User | null {
  const life = useSessionLife()
  return useSyncExternalStore(life.subscribe, life.worker)
}

/** What the gateway said of the session, undefined before it did. */
export function useSession() {
  return useQuery(sessionQuery()).data
}
