import { Drawer as MantineDrawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import classes from './Drawer.module.css'
import sheetClasses from './sheet.module.css'

interface DrawerProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A modal panel at the side of the window; on a phone, a sheet that comes from below. */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const t = useTranslations('pieces')
  return (
    <MantineDrawer
      opened
      onClose={onClose}
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
