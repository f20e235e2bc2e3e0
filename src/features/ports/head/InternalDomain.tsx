import IconPencil from '@tabler/icons-react/icons/IconPencil'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { portsQuery } from '../../../api/resources/ports'
import { IconButton } from '../../../components/IconButton'
import { lazyPart } from '../../../components/lazy-part'
import { internalDomainOf } from '../../../domain/model/component'
import { withLaterMessages } from '../../../i18n/later-messages'
import { visibleText } from '../../../lib/text/clean-text'
import type { Target } from '../../change/engine/target'
import { useIsBusy } from '../../change/use-engine'
import { loadTakenDomains } from '../../port-grid/host/taken-domains'
import { lockedNoteId } from './ComponentNotes'
import classes from './component-head.module.css'

const InternalDomainField = lazyPart(
  withLaterMessages(() => import('./InternalDomainField').then((module) => module.InternalDomainField)),
)

interface InternalDomainProps {
  target: Target
  isReadOnly: boolean
}

/**
 * The internal domain of a component, edited in its place. It belongs to the component, not to a port: where old data has
 * one per port, this says so and the grid shows them.
 */
export function InternalDomain({ target, isReadOnly }: InternalDomainProps) {
  const t = useTranslations('ports')
  const tEditing = useTranslations('editing')
  const client = useQueryClient()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  // Read here, not handed down: once the component isn't busy any more, these must be the ports read back after it.
  const { data: ports = [] } = useQuery({ ...portsQuery(target.ref), enabled: false })
  const domain = internalDomainOf(ports) ?? ''
  const isBusy = useIsBusy(target.ref.component)
  const isOneNow = ports.every((port) => port.k8s_service_name === domain)
  const [isOne, setIsOne] = useState(isOneNow)
  // In the middle of a change the ports may differ for a moment.
  if (!isBusy && isOne !== isOneNow) setIsOne(isOneNow)

  function handleEdit() {
    if (isReadOnly) return
    void loadTakenDomains(client, target.ref)
    // The field is there in the same frame, for what is typed right after the click.
    flushSync(() => setIsOpen(true))
  }

  function handleClose(hasFocus: boolean) {
    flushSync(() => setIsOpen(false))
    if (hasFocus) button.current?.focus()
  }

  return (
    <>
      <span className={classes['domainName']}>{t('internalDomain')}</span>
      {isOpen ? (
        <InternalDomainField
          target={target}
          ports={ports}
          saved={domain}
          onClose={handleClose}
          onDismiss={() => handleClose(true)}
        />
      ) : (
        <>
          {isOne ? <code>{visibleText(domain)}</code> : <span>{t('domainDiffers')}</span>}
          <IconButton
            ref={button}
            size="xs"
            label={tEditing('domainName.edit')}
            aria-disabled={isReadOnly || undefined}
            aria-describedby={isReadOnly ? lockedNoteId : undefined}
            onClick={handleEdit}
          >
            <IconPencil size={14} stroke={1.75} />
          </IconButton>
        </>
      )}
    </>
  )
}
