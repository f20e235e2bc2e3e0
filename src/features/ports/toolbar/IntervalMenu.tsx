import { Menu } from '@mantine/core'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Anchor } from '../../../components/overlay/Anchor'
import { type IntervalS, intervalsS, parseInterval } from '../reading/refresh'

interface IntervalMenuProps {
  anchor: HTMLElement
  intervalS: IntervalS
  onInterval: (seconds: IntervalS) => void
  onClose: () => void
}

/** The intervals at which the ports can be read again. */
export function IntervalMenu({ anchor, intervalS, onInterval, onClose }: IntervalMenuProps) {
  const t = useTranslations('ports')
  const id = useId()
  return (
    <Menu
      opened
      onChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      position="bottom-end"
      returnFocus={false}
    >
      <Menu.Target>
        <Anchor element={anchor} />
      </Menu.Target>
      <Menu.Dropdown aria-labelledby={id}>
        <Menu.Label id={id}>{t('refresh.interval')}</Menu.Label>
        <Menu.RadioGroup value={String(intervalS)} onChange={(value) => onInterval(parseInterval(value))}>
          {intervalsS.map((seconds) => (
            <Menu.RadioItem key={seconds} value={String(seconds)}>
              {seconds === 0 ? t('refresh.off') : t('refresh.seconds', { seconds: String(seconds) })}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
