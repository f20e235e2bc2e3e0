import IconColumns3 from '@tabler/icons-react/icons/IconColumns3'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../components/IconButton'
import { lazyPart } from '../../components/lazy-part'
import { usePopoverButton } from '../../components/overlay/use-popover-button'
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
  const { anchor, open, close, buttonProps } = usePopoverButton()
  useCommands([{ id: 'columns', group: 'view', name: t('title'), run: open }])

  return (
    <>
      <IconButton label={t('button')} {...buttonProps}>
        <IconColumns3 size={18} stroke={1.75} />
      </IconButton>
      {anchor && <ColumnsPopover {...props} anchor={anchor} onClose={close} onDismiss={close} />}
    </>
  )
}
