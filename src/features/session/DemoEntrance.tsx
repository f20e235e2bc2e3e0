import { useEffect, useEffectEvent } from 'react'
import { signIn } from '../../api/resources/session'
import type { Session } from '../../api/contract/session'
import { useTask } from '../../lib/use-task'
import { SignInPage } from './signed-out'
import { useSessionLife } from './use-session'

interface DemoEntranceProps {
  session: Session
  token: string
}

/** Enters the demo with its token. Shows the sign-in page only when that fails. */
export function DemoEntrance({ session, token }: DemoEntranceProps) {
  const life = useSessionLife()
  const { start, error } = useTask(async () => life.begin(await signIn(token)))
  const enter = useEffectEvent(() => start())

  useEffect(() => enter(), [])

  return error === null ? null : <SignInPage session={session} />
}
