import { Button } from '@mantine/core'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { useCommands } from '../../../lib/commands'
import { contentId } from '../../../lib/dom/focus'
import { useNotices, useIsAsked } from '../use-engine'
import classes from './changes-button.module.css'

const ChangesDrawer = lazyPart(
  withLaterMessages(() => import('./ChangesDrawer').then((module) => module.ChangesDrawer)),
)

/** Opens the list of what was changed in this tab; its drawer is loaded on first use. */
export function ChangesButton() {
  const t = useTranslations('ports.history')
  const notices = useNotices()
  const count = useSyncExternalStore(notices.subscribe, () => notices.list().length)
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const isAsked = useIsAsked()
  const isFocusOwed = useRef(false)
  // Where a plan is reviewed next, its dialog takes the focus, and can't return it to what was pressed in the list.
  const close = useCallback((isLeft: boolean) => {
    setIsOpen(false)
    isFocusOwed.current = !isLeft
    if (isLeft) button.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (isAsked || !isFocusOwed.current) return
    isFocusOwed.current = false
    if (document.activeElement?.matches(`body, #${contentId}`)) button.current?.focus({ preventScroll: true })
  }, [isAsked])
  useCommands([{ id: 'history', group: 'view', name: t('open'), run: () => setIsOpen(true) }])
  return (
    <>
      <Button
        ref={button}
        className={classes['button'] ?? ''}
        leftSection={<IconHistory size={16} stroke={1.75} />}
        aria-label={count === 0 ? t('open') : t('openCount', { count: String(count) })}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <span className={classes['label']}>{t('open')}</span>
        {count > 0 && <span className={classes['count']}>{count}</span>}
      </Button>
      {isOpen && <ChangesDrawer onClose={close} onDismiss={() => close(true)} />}
    </>
  )
}
