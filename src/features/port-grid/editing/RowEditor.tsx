import { Button } from '@mantine/core'
import { type KeyboardEvent, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { inOneText } from '../../../i18n/use-error-words'
import { useReasonWords } from '../../change/words/refusal-words'
import { useGrid } from '../grid-context'
import type { PortRow } from '../rows/port-row'
import { Mark, TypedField } from './TypedField'
import type { Draft, DraftField } from './draft-store'
import { editProblems } from './edit-problems'
import { refusedField } from './refused-field'
import { changedFields, savedText } from './row-draft'
import classes from './row-editor.module.css'

interface RowEditorProps {
  row: PortRow
  draft: Draft
}

/**
 * The open fields of a row. Nothing is sent before Save, and the text lives in the draft, so that neither a refresh nor
 * leaving the cell loses it. The field has to be there in the same frame as the click, for what is typed right after it:
 * therefore it is neither loaded lazily nor built on a form library.
 */
export function RowEditor({ row, draft }: RowEditorProps) {
  const { actions, drafts, surroundings } = useGrid()
  const t = useTranslations('editing')
  const reasonWords = useReasonWords()
  // A text that is still being typed for the first time shows no problem.
  const [isTried, setIsTried] = useState(false)
  const { port } = row
  const element = useKeptInRow()
  const isSaving = row.activity.pending !== null
  const changed = changedFields(port, draft)
  const refused = refusedField(port, draft, row.activity.refusal)
  const { alias, domain } = isTried ? editProblems(draft, surroundings(row)) : noProblems
  const typedProblems = { alias: alias && t(`alias.${alias}`), domain: domain && t(`domain.${domain}`) }

  function problemOf(field: DraftField): string | null {
    if (field !== 'protocol' && typedProblems[field] !== null) return typedProblems[field]
    if (refused !== field || !row.activity.refusal) return null
    return inOneText(reasonWords(row.activity.refusal))
  }

  function cancel() {
    actions.dismissRefusal(row.id)
    drafts.discard(row.id)
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    cancel()
  }

  function handleType(field: 'alias' | 'domain', text: string) {
    if (row.activity.refusal) actions.dismissRefusal(row.id)
    drafts.type(row.id, field, text)
  }

  function handleSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const problems = editProblems(draft, surroundings(row))
    const wrong = problems.alias ? 'alias' : problems.domain ? 'domain' : null
    setIsTried(wrong !== null)
    if (wrong === null) actions.save(row.id)
    else event.currentTarget.querySelector<HTMLInputElement>(`input[name="${wrong}"]`)?.focus()
  }

  function typedField(field: 'alias' | 'domain') {
    const text = draft.texts[field]
    if (text === undefined) return null
    return (
      <TypedField
        field={field}
        id={row.id}
        port={port.container_port}
        text={text}
        isChanged={changed.includes(field)}
        problem={problemOf(field)}
        isReadOnly={isSaving}
        onType={(typed) => handleType(field, typed)}
        onKeyDown={handleKeyDown}
      />
    )
  }

  const protocolProblem = problemOf('protocol')
  return (
    <form ref={element} className={classes['editor']} noValidate onSubmit={handleSubmit}>
      {changed.includes('protocol') && (
        <div className={classes['field']}>
          <span className={classes['label']} aria-hidden>
            {t('labels.protocol')}
          </span>
          <span className={classes['change']}>
            {t('protocolChange', { before: savedText(port, 'protocol'), after: draft.texts.protocol ?? '' })}
          </span>
          <Mark isChanged />
          {protocolProblem !== null && (
            <p className={classes['problem']} role="alert" title={protocolProblem}>
              {protocolProblem}
            </p>
          )}
        </div>
      )}
      {typedField('alias')}
      {typedField('domain')}
      <div className={classes['buttons']}>
        <Button type="submit" variant="filled" aria-disabled={isSaving || undefined}>
          {t('save')}
        </Button>
        <Button onClick={cancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

const noProblems = { alias: null, domain: null }

/** Returns the focus to the button that opened the field when the editor closes with the focus in it. */
function useKeptInRow() {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const element = form.current
    return () => {
      if (!element?.contains(document.activeElement)) return
      const row = element.closest('[data-id]')
      const name = document.activeElement?.getAttribute('name') ?? element.querySelector('input')?.name
      row?.querySelector<HTMLElement>(`[data-edit="${name ?? 'protocol'}"]`)?.focus()
    }
  }, [])
  return form
}
