import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Service } from '../../../api/contract/service'
import type { ComponentRef } from '../../../api/paths'
import { Button } from '../../../components/Button'
import { lazyPart } from '../../../components/lazy-part'

const OperationLog = lazyPart(() => import('./OperationLog').then((module) => module.OperationLog))

interface OperationLogButtonProps {
  componentRef: ComponentRef
  service: Service
}

/** Opens the operation log of a component; only then is its drawer loaded. */
export function OperationLogButton({ componentRef, service }: OperationLogButtonProps) {
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
          service={service}
          onClose={() => setIsOpen(false)}
          onPutAway={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
