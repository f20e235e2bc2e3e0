import { CloseButton, Group, Popover as MantinePopover, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { Anchor } from './Anchor'
import classes from './Popover.module.css'

interface PopoverProps {
  /** The element that it belongs to, and is positioned beside. */
  anchor: HTMLElement
  title: string
  onClose: () => void
  children: ReactNode
}

/** Shows something to read beside its anchor. It takes the focus, and returns it to the anchor when it closes. */
export function Popover({ anchor, title, onClose, children }: PopoverProps) {
  const t = useTranslations('pieces')
  const id = useId()

  function close() {
    onClose()
    anchor.focus({ preventScroll: true })
  }

  return (
    <MantinePopover
      opened
      onChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      onDismiss={onClose}
      closeOnEscape={false}
      position="bottom-end"
      trapFocus
      withRoles={false}
      clickOutsideEvents={['pointerdown']}
    >
      <MantinePopover.Target>
        <Anchor element={anchor} />
      </MantinePopover.Target>
      <MantinePopover.Dropdown
        role="dialog"
        aria-labelledby={id}
        className={classes['popover'] ?? ''}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      >
        <Group justify="space-between" wrap="nowrap" gap="sm" className={classes['head'] ?? ''}>
          <Title id={id} order={2} size="h3">
            {title}
          </Title>
          <CloseButton aria-label={t('close')} onClick={close} />
        </Group>
        {children}
      </MantinePopover.Dropdown>
    </MantinePopover>
  )
}
