import IconBookmark from '@tabler/icons-react/icons/IconBookmark'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../components/IconButton'
import { lazyPart } from '../../../components/lazy-part'
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
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)

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
        <IconBookmark size={18} stroke={1.75} />
      </IconButton>
      {anchor && <ViewsPopover {...props} anchor={anchor} onClose={close} onDismiss={close} />}
    </>
  )
}
