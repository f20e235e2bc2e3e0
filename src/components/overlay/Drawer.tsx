import { Drawer as MantineDrawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import classes from './Drawer.module.css'
import sheetClasses from './sheet.module.css'
import { useIsTopmost } from './use-is-topmost'

interface DrawerProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A modal panel at the side of the window; on a phone, a sheet that comes from below. */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const t = useTranslations('pieces')
  const isTopmost = useIsTopmost(true)
  return (
    <MantineDrawer
      opened
      onClose={onClose}
      closeOnEscape={isTopmost}
      title={title}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': t('close') }}
      // A header outside of an article would be a second banner of the page.
      attributes={{ header: { role: 'none' } }}
      classNames={{
        content: classes['content'] ?? '',
        header: classes['header'] ?? '',
        title: classes['title'] ?? '',
        body: classes['body'] ?? '',
        inner: sheetClasses['drawerInner'] ?? '',
      }}
    >
      {children}
    </MantineDrawer>
  )
}
