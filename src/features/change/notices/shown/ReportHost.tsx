import { useSyncExternalStore } from 'react'
import { lazyPart } from '../../../../components/lazy-part'
import type { DesiredState } from '../../../../domain/model/desired-state'
import type { Target } from '../../engine/target'
import { useEngine, useIsAsked, useNotices } from '../../use-engine'

const ReportDialog = lazyPart(() => import('../../report/ReportDialog').then((module) => module.ReportDialog))

/** Shows the report of a change that was asked for, or in which something was not done. A review comes first. */
export function ReportHost() {
  const engine = useEngine()
  const notices = useNotices()
  const id = useSyncExternalStore(notices.subscribe, notices.report)
  const notice = useSyncExternalStore(notices.subscribe, notices.list).find((one) => one.id === id)
  const isAsked = useIsAsked()
  if (!notice || isAsked) return null

  function handleUndo() {
    notices.closeReport()
    if (id !== null) notices.undo(id)
  }

  function handleRetry(change: ReadonlyMap<Target, DesiredState>) {
    notices.closeReport()
    const desired = (target: Target) => change.get(target) ?? { ports: new Map() }
    void engine.change([...change.keys()], desired, { alwaysAsks: true })
  }

  return (
    <ReportDialog
      outcomes={notice.outcomes}
      undo={notice.canUndo ? { isRedo: notice.direction === 'undo', run: handleUndo } : null}
      onRetry={handleRetry}
      onDismiss={notices.closeReport}
    />
  )
}
