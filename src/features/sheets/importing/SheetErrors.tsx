import { UnstyledButton } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { WindowedList } from '../../../components/list/WindowedList'
import { CopyButton } from '../../../components/copy/CopyButton'
import { visibleText } from '../../../lib/text/clean-text'
import { sheetErrorWords } from '../../change/words/sheet-error-words'
import type { SheetProblems, ShownError } from '../work/sheet-problems'
import comparingClasses from '../comparing/comparing.module.css'
import classes from './import.module.css'

interface SheetErrorsProps {
  problems: SheetProblems
  /** Shows the place in the text; null where the text isn't shown. */
  onJump: ((error: ShownError) => void) | null
}

/** What is wrong with a sheet, each with its place and the text at fault. */
export function SheetErrors({ problems: { errors, total }, onJump }: SheetErrorsProps) {
  const t = useTranslations('sheets.errors')
  const wordsOf = useErrorSentence()
  const items = useMemo(() => errors.map((error, at) => ({ id: String(at), error })), [errors])

  function place({ line, column }: ShownError): string {
    return t('place', { line: String(line), column: String(column) })
  }

  function wholeText(): string {
    return errors
      .map((error) => `${place(error)}: ${wordsOf(error)} ${JSON.stringify(error.text)}`)
      .join('\n')
  }

  return (
    <section className={comparingClasses['problems']}>
      <div className={comparingClasses['head']}>
        <p role="alert">
          <strong>{t('title', { total })}</strong>
          {total > errors.length && <span>{t('more', { shown: String(errors.length) })}</span>}
        </p>
        <CopyButton text={wholeText} name={t('copy')}>
          {t('copy')}
        </CopyButton>
      </div>
      <WindowedList items={items} label={t('list')} itemHeightPx={64}>
        {({ error }) => (
          <div className={classes['error']}>
            <p>
              {onJump ? (
                <UnstyledButton className={classes['jump'] ?? ''} onClick={() => onJump(error)}>
                  {place(error)}
                </UnstyledButton>
              ) : (
                <strong>{place(error)}</strong>
              )}
              <span>{visibleText(wordsOf(error))}</span>
            </p>
            <code>
              <span>{visibleText(error.before)}</span>
              <mark>{visibleText(error.marked)}</mark>
              <span>{visibleText(error.after)}</span>
            </code>
          </div>
        )}
      </WindowedList>
    </section>
  )
}

function useErrorSentence(): (error: ShownError) => string {
  const t = useTranslations('sheet')
  const tEditing = useTranslations('editing')
  return ({ problem }) => sheetErrorWords(t, tEditing, problem)
}
