import IconColumns3 from '@tabler/icons-react/icons/IconColumns3'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../components/IconButton'
import { lazyPart } from '../../components/lazy-part'
import { useCommands } from '../../lib/commands'
import type { ColumnId } from '../port-grid/rows/columns'

const ColumnsPopover = lazyPart(() => import('./ColumnsPopover').then((module) => module.ColumnsPopover))

interface ColumnsButtonProps {
  hidden: readonly ColumnId[]
  isGrouped: boolean
  onHidden: (hidden: ColumnId[]) => void
}

/** Opens the choice of columns, which is loaded on first use. */
export function ColumnsButton(props: ColumnsButtonProps) {
  const t = useTranslations('inventory.columns')
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)

  useCommands([{ id: 'columns', group: 'view', name: t('title'), run: () => setAnchor(button.current) }])

  function close() {
    setAnchor(null)
    button.current?.focus({ preventScroll: true })
  }

  return (
    <>
      <IconButton
        ref={button}
        label={t('button')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor === null ? event.currentTarget : null)}
      >
        <IconColumns3 size={18} stroke={1.75} />
      </IconButton>
      {anchor && <ColumnsPopover {...props} anchor={anchor} onClose={close} onDismiss={close} />}
    </>
  )
}
