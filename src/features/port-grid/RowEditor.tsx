import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button } from '../../components/Button'
import { useReasonWords } from '../plan/refusal-words'
import type { Draft, DraftField } from './draft-store'
import { editSchema, type EditProblemWords, type EditValues } from './edit-schema'
import { useGrid } from './grid-context'
import type { PortRow } from './port-row'
import { refusedField } from './refused-field'
import { changedFields, savedText } from './row-draft'
import classes from './row-editor.module.css'

interface RowEditorProps {
  row: PortRow
  draft: Draft
}

/**
 * The form of one row: the fields of it that were opened. It sends nothing before it is told to, and its text lives in
 * the draft, so that neither a refresh nor leaving the cell loses it.
 */
export function RowEditor({ row, draft }: RowEditorProps) {
  const { actions, drafts, surroundings } = useGrid()
  const t = useTranslations('editing')
  const reasonWords = useReasonWords()
  const { port } = row
  const number = String(port.container_port)
  const words: EditProblemWords = {
    alias: (problem) => t(`alias.${problem}`),
    domain: (problem) => t(`domain.${problem}`),
  }
  const form = useForm<EditValues>({
    defaultValues: { alias: draft.texts.alias, domain: draft.texts.domain },
    // Only what was opened is judged and sent.
    shouldUnregister: true,
    resolver: (values, context, options) =>
      standardSchemaResolver(editSchema(surroundings(row), words))(values, context, options),
  })
  const element = useFocus(Object.keys(draft.texts).at(-1))
  const isSaving = row.activity.pending !== null
  const changed = changedFields(port, draft)
  const refused = refusedField(port, draft, row.activity.refusal)

  function problemOf(field: DraftField): string | null {
    if (field !== 'protocol') {
      const typed = form.formState.errors[field]?.message
      if (typed !== undefined) return typed
    }
    if (refused !== field || !row.activity.refusal) return null
    const { message, detail } = reasonWords(row.activity.refusal)
    return detail === undefined ? message : `${message} ${detail}`
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

  function typedField(field: 'alias' | 'domain') {
    if (draft.texts[field] === undefined) return null
    const problem = problemOf(field)
    const problemId = `${row.id}-${field}-problem`
    return (
      <div className={classes['field']}>
        <span className={classes['label']} aria-hidden>
          {t(`labels.${field}`)}
        </span>
        <input
          {...form.register(field, {
            onChange: (event: { target: { value: string } }) => {
              if (row.activity.refusal) actions.dismissRefusal(row.id)
              drafts.type(row.id, field, event.target.value)
            },
          })}
          className={classes['input']}
          onKeyDown={handleKeyDown}
          aria-label={t(`names.${field}`, { port: number })}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          readOnly={isSaving}
          autoComplete="off"
          spellCheck={false}
        />
        <Mark isChanged={changed.includes(field)} />
        {problem !== null && (
          <p id={problemId} className={classes['problem']} role="alert">
            {problem}
          </p>
        )}
      </div>
    )
  }

  const protocolProblem = problemOf('protocol')
  return (
    <form
      ref={element}
      className={classes['editor']}
      noValidate
      onSubmit={(event) => void form.handleSubmit(() => actions.save(row.id))(event)}
    >
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
            <p className={classes['problem']} role="alert">
              {protocolProblem}
            </p>
          )}
        </div>
      )}
      {typedField('alias')}
      {typedField('domain')}
      <div className={classes['buttons']}>
        <Button type="submit" variant="primary" aria-disabled={isSaving || undefined}>
          {t('save')}
        </Button>
        <Button onClick={cancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

/** Says that a text is not sent yet, in words: colour alone would not do. */
function Mark({ isChanged }: { isChanged: boolean }) {
  const t = useTranslations('editing')
  return (
    <span className={classes['mark']} data-changed={isChanged}>
      {isChanged ? t('unsaved') : ''}
    </span>
  )
}

/** The field opened last gets the focus; when the editor goes with it, the button that opened it gets it back. */
function useFocus(focused: string | undefined) {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const element = form.current
    const inputs = element?.querySelectorAll('input') ?? []
    for (const input of inputs) if (input.name === focused) input.focus()
    return () => {
      if (!element?.contains(document.activeElement)) return
      const row = element.closest('[data-id]')
      const name = document.activeElement?.getAttribute('name') ?? element.querySelector('input')?.name
      row?.querySelector<HTMLElement>(`[data-edit="${name ?? 'protocol'}"]`)?.focus()
    }
  }, [focused])
  return form
}
