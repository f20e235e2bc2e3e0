import { useQuery } from '@tanstack/react-query'
import { createContext, use, useSyncExternalStore } from 'react'
import type { User } from '../../api/contract/session'
import { sessionQuery } from '../../api/resources/session'
import type { SessionLife } from './session-life'

export const SessionLifeContext = createContext<SessionLife | null>(null)

/** Throws outside of its context. */
export function useSessionLife(): SessionLife {
  const life = use(SessionLifeContext)
  if (!life) throw new Error('useSessionLife needs a SessionLifeContext around it')
  return life
}

/** Returns who is signed in, or was until the session expired. */
export function useWorker(): User | null {
  const life = useSessionLife()
  return useSyncExternalStore(life.subscribe, life.worker)
}

/** Returns undefined until the gateway has responded. */
export function useSession() {
  return useQuery(sessionQuery()).data
}
