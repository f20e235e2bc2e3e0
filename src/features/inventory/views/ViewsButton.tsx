import IconBookmark from '@tabler/icons-react/icons/IconBookmark'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../components/IconButton'
import { lazyPart } from '../../../components/lazy-part'
import { usePopoverButton } from '../../../components/overlay/use-popover-button'
import type { SavedView } from './saved-views'

const ViewsPopover = lazyPart(() => import('./ViewsPopover').then((module) => module.ViewsPopover))

interface ViewsButtonProps {
  /** What would be saved now. */
  present: Omit<SavedView, 'name'>
  onChoose: (view: SavedView) => void
}

/** Opens the saved views, which are loaded on first use. */
export function ViewsButton(props: ViewsButtonProps) {
  const t = useTranslations('inventory.views')
  const { anchor, close, buttonProps } = usePopoverButton()

  return (
    <>
      <IconButton label={t('button')} {...buttonProps}>
        <IconBookmark size={18} stroke={1.75} />
      </IconButton>
      {anchor && <ViewsPopover {...props} anchor={anchor} onClose={close} onDismiss={close} />}
    </>
  )
}
