import { UnstyledButton } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../components/lazy-part'
import type { IntervalS } from '../reading/refresh'
import classes from './toolbar.module.css'

const IntervalMenu = lazyPart(() => import('./IntervalMenu').then((module) => module.IntervalMenu))

interface RefreshIntervalProps {
  intervalS: IntervalS
  onInterval: (seconds: IntervalS) => void
}

/** The chosen interval, with a menu of the others that is loaded on first use. */
export function RefreshInterval({ intervalS, onInterval }: RefreshIntervalProps) {
  const t = useTranslations('ports')
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const chosen = intervalS === 0 ? t('refresh.off') : t('refresh.seconds', { seconds: String(intervalS) })

  function close() {
    setAnchor(null)
    button.current?.focus({ preventScroll: true })
  }

  return (
    <>
      <UnstyledButton
        ref={button}
        className={classes['interval'] ?? ''}
        aria-label={t('refresh.every', { interval: chosen })}
        data-tooltip={t('refresh.every', { interval: chosen })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor === null ? event.currentTarget : null)}
      >
        {intervalS !== 0 && <span>{chosen}</span>}
        <IconChevronDown size={14} stroke={1.75} />
      </UnstyledButton>
      {anchor && (
        <IntervalMenu
          anchor={anchor}
          intervalS={intervalS}
          onInterval={onInterval}
          onClose={close}
          onDismiss={close}
        />
      )}
    </>
  )
}
