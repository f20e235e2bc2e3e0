import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { recoversByItself } from '../../api/errors/recovery'
import { useReadFailure } from '../../api/errors/use-read-failure'
import { sessionQuery } from '../../api/resources/session'
import { ErrorNote } from '../../components/notes/ErrorNote'
import { contentId } from '../../lib/dom/focus'
import { useAddress } from '../../lib/navigation/navigation-guard'
import { useSliced } from '../../lib/use-sliced'
import { DemoEntrance } from './DemoEntrance'
import classes from './session.module.css'
import { ExpiredDialog, SignInPage } from './signed-out'
import { useSessionLife, useWorker } from './use-session'

/**
 * Shows its children to somebody who is signed in, and the sign-in page to everybody else. Whoever opens the
 * demo at its first page enters it without being asked for a token.
 *
 * Until the gateway responds, somebody who was signed in the last time sees the children at once, so that their data is
 * requested in parallel with the session. An expired session keeps the children below the dialog; another person gets new
 * ones.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const life = useSessionLife()
  const worker = useWorker()
  const { path } = useAddress()
  const read = useQuery(sessionQuery())
  const failure = useReadFailure(sessionQuery().queryKey, read)
  const { data: session, refetch } = read
  const isInside = useSliced(session ? Boolean(session.user ?? worker) : life.isExpected())

  if (!session) {
    if (failure)
      return (
        <main id={contentId} className={classes['page']} tabIndex={-1}>
          <ErrorNote
            problem={failure}
            onRetry={() => void refetch()}
            isTriedAgain={recoversByItself(failure)}
          />
        </main>
      )
    return isInside ? children : null
  }
  if (!session.user && !worker) {
    const { demoToken } = session
    return demoToken !== null && path === '/' && life.isNew() ? (
      <DemoEntrance session={session} token={demoToken} />
    ) : (
      <SignInPage session={session} />
    )
  }
  return (
    <>
      {isInside && <Fragment key={worker?.user_id}>{children}</Fragment>}
      {!session.user && <ExpiredDialog session={session} />}
    </>
  )
}
