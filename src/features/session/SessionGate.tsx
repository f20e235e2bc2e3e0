import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import type { User } from '../../api/contract/session'
import { recoversByItself } from '../../api/errors/recovery'
import { useReadFailure } from '../../api/errors/use-read-failure'
import { sessionQuery } from '../../api/resources/session'
import { ErrorNote } from '../../components/notes/ErrorNote'
import { contentId } from '../../lib/dom/focus'
import { useAddressPath } from '../../lib/navigation/navigation-guard'
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
  const path = useAddressPath()
  const read = useQuery(sessionQuery())
  const failure = useReadFailure(sessionQuery().queryKey, read)
  const { data: session, refetch } = read
  const isInside = useSliced(session ? Boolean(session.user ?? worker) : life.isExpected())
  const person = usePersonCount(worker)

  if (!session && failure)
    return (
      <main id={contentId} className={classes['page']} tabIndex={-1}>
        <ErrorNote
          problem={failure}
          onRetry={() => void refetch()}
          isTriedAgain={recoversByItself(failure)}
        />
      </main>
    )
  if (session && !session.user && !worker) {
    const { demoToken } = session
    return demoToken !== null && path === '/' && life.isNew() ? (
      <DemoEntrance session={session} token={demoToken} />
    ) : (
      <SignInPage session={session} />
    )
  }
  // The same place in the tree before and after the session is known, so that the page isn't made twice.
  return (
    <>
      {isInside && <Fragment key={person}>{children}</Fragment>}
      {session && !session.user && <ExpiredDialog session={session} />}
    </>
  )
}

/** Counts the people who have been signed in one after the other. Whoever turns out to be signed in first is the first. */
function usePersonCount(worker: User | null): number {
  const [last, setLast] = useState<{ id: number | null; count: number }>({ id: null, count: 1 })
  const id = worker?.user_id ?? last.id
  if (id !== last.id) setLast({ id, count: last.id === null ? last.count : last.count + 1 })
  return last.count
}
