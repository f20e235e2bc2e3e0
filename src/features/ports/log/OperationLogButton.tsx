import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Component } from '../../../api/contract/component'
import type { ComponentRef } from '../../../api/paths'
import { lazyPart } from '../../../components/lazy-part'

const OperationLog = lazyPart(() => import('./OperationLog').then((module) => module.OperationLog))

interface OperationLogButtonProps {
  componentRef: ComponentRef
  component: Component
}

/** Opens the operation log; its drawer is loaded on first use. */
export function OperationLogButton({ componentRef, component }: OperationLogButtonProps) {
  const t = useTranslations('log')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <OperationLog
          componentRef={componentRef}
          component={component}
          onClose={() => setIsOpen(false)}
          onDismiss={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
