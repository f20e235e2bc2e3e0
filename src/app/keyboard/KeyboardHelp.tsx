import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../components/overlay/Dialog'
import { paletteKeys } from '../../features/palette/palette-keys'
import classes from './keyboard-help.module.css'

/** The keys of each place, in the order of its list; a space separates alternatives. */
const keys = {
  page: {
    palette: paletteKeys.shown,
    search: '/',
    undo: 'Ctrl+Z',
    redo: 'Ctrl+Shift+Z',
    notices: 'F6',
    help: '?',
  },
  ports: { add: 'a' },
  grid: {
    move: '↑ ↓ ← →',
    ends: 'Home End',
    corners: 'Ctrl+Home Ctrl+End',
    screens: 'PageUp PageDown',
    toggle: 'Space',
    select: 'Shift+↑ Shift+↓',
    selectAll: 'Ctrl+A',
    edit: 'Enter F2',
    escape: 'Esc',
  },
} as const

/** All keys that do something, by place. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('keyboard')
  const tApp = useTranslations('app')
  return (
    <Dialog opened onClose={onClose} title={tApp('keyboard')} size="md">
      <div className={classes['help']}>
        <h3>{t('page.title')}</h3>
        <dl>
          <Row words={tApp('palette')} by={keys.page.palette} />
          <Row words={t('page.search')} by={keys.page.search} />
          <Row words={t('page.undo')} by={keys.page.undo} />
          <Row words={t('page.redo')} by={keys.page.redo} />
          <Row words={t('page.notices')} by={keys.page.notices} />
          <Row words={t('page.help')} by={keys.page.help} />
        </dl>
        <h3>{t('ports.title')}</h3>
        <dl>
          <Row words={t('ports.add')} by={keys.ports.add} />
        </dl>
        <h3>{t('grid.title')}</h3>
        <dl>
          <Row words={t('grid.move')} by={keys.grid.move} />
          <Row words={t('grid.ends')} by={keys.grid.ends} />
          <Row words={t('grid.corners')} by={keys.grid.corners} />
          <Row words={t('grid.screens')} by={keys.grid.screens} />
          <Row words={t('grid.toggle')} by={keys.grid.toggle} />
          <Row words={t('grid.select')} by={keys.grid.select} />
          <Row words={t('grid.selectAll')} by={keys.grid.selectAll} />
          <Row words={t('grid.edit')} by={keys.grid.edit} />
          <Row words={t('grid.escape')} by={keys.grid.escape} />
        </dl>
        <Button className={classes['close'] ?? ''} data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}

function Row({ words, by }: { words: string; by: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        {by.split(' ').map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  )
}
