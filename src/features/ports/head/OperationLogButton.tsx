import IconClipboardList from '@tabler/icons-react/icons/IconClipboardList'
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import type { Component } from '../../../api/contract/component'
import type { ComponentRef } from '../../../api/paths'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { useCommands } from '../../../lib/commands'
import iconClasses from '../icon-on-phones.module.css'

const OperationLog = lazyPart(
  withLaterMessages(() => import('../log/OperationLog').then((module) => module.OperationLog)),
)

interface OperationLogButtonProps {
  componentRef: ComponentRef
  component: Component
}

/** Opens the operation log; its drawer is loaded on first use. */
export function OperationLogButton({ componentRef, component }: OperationLogButtonProps) {
  const t = useTranslations('ports')
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  useCommands([{ id: 'log', group: 'view', name: t('openLog'), run: () => setIsOpen(true) }])

  // The focus can't leave the drawer before it is closed.
  function close() {
    flushSync(() => setIsOpen(false))
    button.current?.focus()
  }

  return (
    <>
      <Button
        ref={button}
        className={iconClasses['button'] ?? ''}
        aria-haspopup="dialog"
        leftSection={<IconClipboardList size={16} stroke={1.75} />}
        onClick={() => setIsOpen(true)}
      >
        <span className={iconClasses['label']}>{t('openLog')}</span>
      </Button>
      {isOpen && (
        <OperationLog componentRef={componentRef} component={component} onClose={close} onDismiss={close} />
      )}
    </>
  )
}
