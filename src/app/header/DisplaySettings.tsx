import IconSettings from '@tabler/icons-react/icons/IconSettings'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../components/IconButton'
import { lazyPart } from '../../components/lazy-part'

const DisplaySettingsPopover = lazyPart(() =>
  import('./DisplaySettingsPopover').then((module) => module.DisplaySettingsPopover),
)

/** Opens the choice of language and colour scheme. */
export function DisplaySettings() {
  const t = useTranslations('app')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <IconButton
        label={t('display')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor === null ? event.currentTarget : null)}
      >
        <IconSettings size={18} stroke={1.75} />
      </IconButton>
      {anchor && <DisplaySettingsPopover anchor={anchor} onClose={close} onDismiss={close} />}
    </>
  )
}
