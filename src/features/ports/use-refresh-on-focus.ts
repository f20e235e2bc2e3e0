import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '../../api/keys'
import type { ComponentRef } from '../../api/refs'

/**
 * Reads ports and rules again when the window gets the focus, unless they are fresh, or `paused`. TanStack Query itself
 * only notices a page that is seen again, not a window that was seen beside another one all the while.
 */
export function useRefreshOnFocus(ref: ComponentRef, paused: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (paused) return
    const refresh = () => {
      for (const queryKey of [keys.ports(ref), keys.domains(ref)])
        void client.refetchQueries({ queryKey, exact: true, stale: true }, { cancelRefetch: false })
    }
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [client, ref, paused])
}
