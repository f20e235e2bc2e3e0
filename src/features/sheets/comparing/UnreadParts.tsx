import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { appName, componentName } from '../../../api/names'
import { inOneText, useErrorWords } from '../../../i18n/use-error-words'
import classes from './comparing.module.css'
import type { ReadFailure } from './read-present'

interface UnreadPartsProps {
  title: string
  failures: readonly ReadFailure[]
  onRetry: () => void
}

/** What couldn't be read of what is compared, each with its reason. */
export function UnreadParts({ title, failures, onRetry }: UnreadPartsProps) {
  const t = useTranslations('sheets.unread')
  const errorWords = useErrorWords()
  return (
    <section className={classes['problems']}>
      <div className={classes['head']}>
        <p role="alert">
          <strong>{title}</strong>
        </p>
        <Button size="xs" data-autofocus onClick={onRetry}>
          {t('retry')}
        </Button>
      </div>
      <ul className={classes['unread']}>
        {failures.map(({ of, error }, at) => (
          <li key={at}>
            <span>{nameOf(of)}</span>
            <small>{inOneText(errorWords(error))}</small>
          </li>
        ))}
      </ul>
    </section>
  )

  function nameOf(of: ReadFailure['of']): string {
    if (of === 'apps') return t('apps')
    if ('component' in of) return t('ports', { app: appName(of.app), component: componentName(of.component) })
    return t('components', { app: appName(of) })
  }
}
