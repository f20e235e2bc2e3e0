import { UnstyledButton } from '@mantine/core'
import IconSelector from '@tabler/icons-react/icons/IconSelector'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../components/lazy-part'
import { useAddressPath } from '../../lib/navigation/navigation-guard'
import { namesOrSegments, scopeNames } from './link/scope'
import { levels } from './link/paths'
import classes from './scope.module.css'
import type { Scope } from './use-scope'

const Drawer = lazyPart(() => import('../../components/overlay/Drawer').then((module) => module.Drawer))

interface ScopeSheetButtonProps {
  scope: Scope
  /** A picker for each level. */
  children: ReactNode
}

/** Says where one is in as many words as fit, and opens the pickers. Closes them when something was chosen. */
export function ScopeSheetButton({ scope, children }: ScopeSheetButtonProps) {
  const t = useTranslations('scope')
  const path = useAddressPath()
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const close = () => setOpenedAt(null)
  const names = scopeNames(scope.found)
  const known = levels.flatMap((level) => names[level] ?? [])
  // Of as many lines as there will be, so that a name that comes moves nothing.
  const shown = namesOrSegments(scope.found, scope.segments)
  const told = levels.flatMap((level) => shown[level] ?? [])
  return (
    <>
      <UnstyledButton
        className={classes['sheetButton'] ?? ''}
        aria-haspopup="dialog"
        aria-label={known.length === 0 ? t('bar') : `${t('bar')}: ${known.join(' / ')}`}
        onClick={() => setOpenedAt(path)}
      >
        <span className={classes['where']}>
          <bdi>{told.at(-1) ?? t('picker.placeholder')}</bdi>
          {told.length > 1 && <small>{told.slice(0, -1).join(' / ')}</small>}
        </span>
        <IconSelector size={16} stroke={1.75} />
      </UnstyledButton>
      {openedAt === path && (
        <Drawer title={t('bar')} onClose={close} onDismiss={close}>
          <div className={classes['fields']}>{children}</div>
        </Drawer>
      )}
    </>
  )
}
