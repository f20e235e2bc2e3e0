import { Button } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { appName, componentName } from '../../api/names'
import { useErrorWords } from '../../i18n/use-error-words'
import { useCommands } from '../../lib/commands'
import classes from './inventory.module.css'
import type { InventoryReader } from './reading/inventory-reader'
import type { PartFailure } from './reading/inventory-state'
import type { PartSubject } from './reading/parts'

interface FailedPartsProps {
  failures: readonly PartFailure[]
  /** More may fail: a screen reader needn't tell of each. */
  isBusy: boolean
  reader: InventoryReader
}

/** Everything that couldn't be read, each with its reason, in one line that unfolds. Nothing where all was read. */
export function FailedParts({ failures, isBusy, reader }: FailedPartsProps) {
  const t = useTranslations('inventory.failures')
  const [isOpen, setIsOpen] = useState(false)
  const isAnything = failures.length > 0
  useCommands(
    isAnything ? [{ id: 'retry', group: 'view', name: t('retryAll'), run: () => reader.retry() }] : [],
  )
  if (!isAnything) return null
  return (
    <section className={classes['failures']} role="alert" aria-busy={isBusy || undefined}>
      <div className={classes['failuresHead']}>
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
        <strong>{t('title', { count: failures.length })}</strong>
        <Button size="xs" variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'hide' : 'show')}
        </Button>
        <Button size="xs" onClick={() => reader.retry()}>
          {t('retryAll')}
        </Button>
      </div>
      {isOpen && (
        <ul className={classes['failed']}>
          {failures.map((failure) => (
            <FailedPart key={failure.id} failure={failure} onRetry={() => reader.retry(failure.id)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FailedPart({ failure, onRetry }: { failure: PartFailure; onRetry: () => void }) {
  const t = useTranslations('inventory.failures')
  const words = useErrorWords()(failure.error)
  const name = useSubject(failure.subject)
  return (
    <li>
      <span>
        <span>{name}</span>
        <small>{words.detail ? `${words.message} ${words.detail}` : words.message}</small>
      </span>
      <Button size="xs" variant="subtle" aria-label={`${t('retry')}: ${name}`} onClick={onRetry}>
        {t('retry')}
      </Button>
    </li>
  )
}

function useSubject(subject: PartSubject): string {
  const t = useTranslations('inventory.failures')
  switch (subject.kind) {
    case 'apps':
      return t('apps')
    case 'components':
    case 'rules':
      return t(subject.kind, { app: appName(subject.app) })
    case 'ports': {
      const { app, component } = subject.target
      return t('ports', { app: appName(app), component: componentName(component) })
    }
  }
}
