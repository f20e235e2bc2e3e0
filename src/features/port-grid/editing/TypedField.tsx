import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import classes from './row-editor.module.css'

interface TypedFieldProps {
  field: 'alias' | 'domain'
  /** The row that it belongs to. */
  id: string
  port: number
  text: string
  /** Whether the text differs from the port's. */
  isChanged: boolean
  problem: string | null
  isReadOnly: boolean
  onType: (text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** The field for a text of a port. It takes the focus when it opens, unless that is in use elsewhere. */
export function TypedField(props: TypedFieldProps) {
  const { field, id, port, text, isChanged, problem, isReadOnly, onType, onKeyDown } = props
  const t = useTranslations('editing')
  const input = useRef<HTMLInputElement>(null)
  const problemId = `${id}-${field}-problem`

  useLayoutEffect(() => {
    const element = input.current
    const row = element?.closest('[data-id]')
    const { activeElement, body } = document
    if (activeElement === body || row?.contains(activeElement)) element?.focus()
    return () => {
      if (document.activeElement !== element) return
      row?.querySelector<HTMLElement>(`[data-edit="${field}"]`)?.focus()
    }
  }, [field])

  return (
    <div className={classes['field']}>
      <span className={classes['label']} aria-hidden>
        {t(`labels.${field}`)}
      </span>
      <input
        ref={input}
        name={field}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        className={classes['input']}
        onKeyDown={onKeyDown}
        aria-label={t(`names.${field}`, { port: String(port) })}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={false}
      />
      <Mark isChanged={isChanged} />
      {problem !== null && (
        <p id={problemId} className={classes['problem']} role="alert" title={problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** Says in words, because colour alone wouldn't do, that a text hasn't been saved. */
export function Mark({ isChanged }: { isChanged: boolean }) {
  const t = useTranslations('editing')
  return (
    <span className={classes['mark']} data-changed={isChanged}>
      {isChanged ? t('unsaved') : ''}
    </span>
  )
}
