import { useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../components/lazy-part'
import { useCommands } from '../../../lib/commands'
import { useIsAsked } from '../../change/use-engine'
import type { CopiedRows } from '../../copying/CopyDialog'
import { useLoadedSelection } from '../../port-grid/selection/use-loaded-selection'
import type { GridSelection } from '../../port-grid/selection/use-selection'
import type { BulkChangesProps } from '../BulkChanges'

const CopyDialog = lazyPart(() => import('../../copying/CopyDialog').then((module) => module.CopyDialog))
const BulkBar = lazyPart(() => import('./BulkBar').then((module) => module.BulkBar))

type SelectedPortsProps = BulkChangesProps & { grid: GridSelection }

/** What can be done with the selected ports of a grid: nothing is shown while there are none. */
export function SelectedPorts({ grid, store, ids, targetOf, place }: SelectedPortsProps) {
  const t = useTranslations('copying')
  const selection = useLoadedSelection({ grid, store, ids })
  const isEmpty = useSyncExternalStore(selection.subscribe, () => selection.ids().size === 0)
  const isAsked = useIsAsked()
  const [copied, setCopied] = useState<CopiedRows | null>(null)

  /** Of the selected ports, or of all that are listed where none are selected. */
  function handleCopy() {
    if (isEmpty) setCopied({ rows: { ids, store, targetOf }, place })
    else setCopied({ rows: { ids: selection.ids(), store, targetOf } })
  }

  const endCopy = () => setCopied(null)
  const isOffered = !isAsked && ids.length > 0
  useCommands(isOffered ? [{ id: 'copy-settings', group: 'view', name: t('open'), run: handleCopy }] : [])

  return (
    <>
      {!isEmpty && (
        <BulkBar
          selection={selection}
          store={store}
          targetOf={targetOf}
          onCopy={handleCopy}
          onDismiss={selection.clear}
        />
      )}
      {copied && <CopyDialog {...copied} onClose={endCopy} onDismiss={endCopy} />}
    </>
  )
}
