import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { useCommands } from '../../../lib/commands'
import { useNavigationGuard } from '../../../lib/navigation/navigation-guard'
import type { Target } from '../../change/engine/target'
import { rowId } from '../../port-grid/rows/port-row'
import type { RowStore } from '../../port-grid/rows/row-store'
import iconClasses from '../icon-on-phones.module.css'
import classes from '../ports.module.css'
import type { EarlyTyping } from './AddPortDialog'
import { EarlyAddPort } from './EarlyAddPort'

const AddPortDialog = lazyPart(
  withLaterMessages(() => import('./AddPortDialog').then((module) => module.AddPortDialog)),
  EarlyAddPort,
)

const markId = 'add-port-unsaved'

interface AddPortProps {
  store: RowStore
  target: Target
  /** The id of the element that says why nothing can be added; null if it can. */
  lockedBy: string | null
  /** Called with the row ids of ports that were added while the dialog was open. */
  onAdded: (ids: readonly string[]) => void
}

/**
 * The button that opens the dialog for a new port. The dialog is loaded on first use, with one field in its place until
 * then. Closed, it keeps what was typed, and leaving the page asks about that first.
 */
export function AddPort({ store, target, lockedBy, onAdded }: AddPortProps) {
  const t = useTranslations('editing')
  const button = useRef<HTMLButtonElement>(null)
  // A change may end long after the rendering that sent it.
  const isOpen = useRef(false)
  const [dialog, setDialog] = useState<'never' | 'open' | 'closed'>('never')
  const [isUnsaved, setIsUnsaved] = useState(false)
  const [early, setEarly] = useState<EarlyTyping>({ port: '', isEntered: false })
  useNavigationGuard(isUnsaved, () => window.confirm(t('add.leave')))

  useCommands(
    lockedBy === null ? [{ id: 'add', group: 'view', name: t('add.open'), keys: 'a', run: handleOpen }] : [],
  )

  function handleOpen() {
    if (lockedBy !== null) return
    isOpen.current = true
    setDialog('open')
  }

  function handleEarly(typed: EarlyTyping) {
    setEarly(typed)
    setIsUnsaved(typed.port !== '')
  }

  // The focus can't leave the dialog before it is closed.
  function close() {
    isOpen.current = false
    flushSync(() => setDialog('closed'))
  }

  function handleClose() {
    close()
    button.current?.focus()
  }

  function handleAdded(ports: readonly number[]) {
    // Whoever has closed it is busy elsewhere, so the focus stays there.
    if (!isOpen.current) return
    close()
    onAdded(ports.map((port) => rowId(target.ref.component, port)))
  }

  return (
    <div className={classes['add']}>
      <Button
        ref={button}
        className={iconClasses['button'] ?? ''}
        variant="filled"
        aria-keyshortcuts="a"
        aria-haspopup="dialog"
        aria-disabled={lockedBy === null ? undefined : true}
        aria-describedby={lockedBy ?? (isUnsaved ? markId : undefined)}
        data-tooltip={isUnsaved ? t('unsaved') : undefined}
        leftSection={<IconPlus size={16} stroke={2} />}
        onClick={handleOpen}
      >
        <span className={iconClasses['label']}>{t('add.open')}</span>
      </Button>
      {isUnsaved && (
        <span id={markId} className={classes['unsaved']}>
          {t('unsaved')}
        </span>
      )}
      {dialog !== 'never' && (
        <AddPortDialog
          isOpen={dialog === 'open'}
          store={store}
          target={target}
          isUnsaved={isUnsaved}
          early={early}
          onEarly={handleEarly}
          onUnsaved={setIsUnsaved}
          onClose={handleClose}
          onAdded={handleAdded}
          onDismiss={() => setDialog('never')}
        />
      )}
    </div>
  )
}
