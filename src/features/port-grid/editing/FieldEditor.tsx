import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconX from '@tabler/icons-react/icons/IconX'
import { type FocusEvent, type KeyboardEvent, type SyntheticEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { useGrid } from '../grid-context'
import gridClasses from '../port-grid.module.css'
import type { PortRow } from '../rows/port-row'
import { ProtocolSelect } from './ProtocolSelect'
import type { Draft, DraftField } from './draft-store'
import { editProblems, isStillTyped } from './edit-problems'
import classes from './field-editor.module.css'
import { refusedField } from './refused-field'
import { changedFields } from './row-draft'
import { useEditorFocus } from './use-editor-focus'

const RefusalReason = lazyPart(
  withLaterMessages(() => import('./RefusalReason').then((module) => module.RefusalReason)),
)

interface FieldEditorProps {
  row: PortRow
  draft: Draft
  field: DraftField
  /** The accessible name of the field. */
  name: string
}

/**
 * A field of a port in place of its text. It is validated while it is typed in; nothing is sent before Save. The text lives
 * in the draft, so that neither a refresh nor leaving the cell loses it. The field has to be there in the same frame as the
 * click, for what is typed right after it: therefore it is neither loaded lazily nor built on a form library.
 */
export function FieldEditor({ row, draft, field, name }: FieldEditorProps) {
  const { actions, drafts, surroundings } = useGrid()
  const t = useTranslations('editing')
  const [isTried, setIsTried] = useState(false)
  const { ref, input } = useEditorFocus(row.id, field)

  const text = draft.texts[field] ?? ''
  const isChanged = changedFields(row.port, draft).includes(field)
  const isSaving = row.activity.pending !== null
  const { refusal } = row.activity
  const isRefused = refusal !== null && refusedField(row.port, draft, refusal) === field
  const typed = typedProblem()
  const problem = typed ?? (isRefused ? <RefusalReason refusal={refusal} /> : null)
  const problemId = `${row.id}-${field}-problem`

  function typedProblem(): string | null {
    const { alias, domain } = editProblems(draft, surroundings(row))
    if (field === 'alias') return alias && (isTried || !isStillTyped(alias)) ? t(`alias.${alias}`) : null
    if (field === 'domain') return domain && (isTried || !isStillTyped(domain)) ? t(`domain.${domain}`) : null
    return null
  }

  function close() {
    if (isRefused) actions.dismissRefusal(row.id)
    drafts.forget(row.id, [field])
  }

  function handleType(next: string) {
    if (isRefused) actions.dismissRefusal(row.id)
    drafts.type(row.id, field, next)
  }

  function handleSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const problems = editProblems(draft, surroundings(row))
    const isWrong = field !== 'protocol' && problems[field] !== null
    setIsTried(isWrong)
    if (isWrong) input.current?.focus()
    else actions.save(row.id, field)
  }

  function handleKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }

  // A text that was not changed needs no Cancel. The element keeps the focus while another window has it.
  function handleBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) {
    const isLeft = document.activeElement !== currentTarget && !ref.current?.contains(relatedTarget)
    if (isLeft && !isChanged && !isRefused && !isSaving) close()
  }

  const handlers = { onKeyDown: handleKeyDown, onBlur: handleBlur }
  const shared = {
    'aria-label': name,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : problemId,
    className: classes['input'],
    value: text,
    ...handlers,
  }
  return (
    <form ref={ref} className={classes['editor']} data-editor={field} noValidate onSubmit={handleSubmit}>
      <span
        className={classes['mark']}
        data-changed={isChanged}
        data-tooltip={isChanged ? t('unsaved') : undefined}
      >
        {isChanged && <span className={classes['markText']}>{t('unsaved')}</span>}
      </span>
      {field === 'protocol' ? (
        <ProtocolSelect {...shared} saved={row.port.protocol} isLocked={isSaving} onChoose={handleType} />
      ) : (
        <input
          {...shared}
          ref={input}
          onChange={(event) => handleType(event.currentTarget.value)}
          readOnly={isSaving}
          autoComplete="off"
          autoCapitalize={field === 'alias' ? 'characters' : 'none'}
          spellCheck={false}
        />
      )}
      <button
        type="submit"
        className={gridClasses['iconButton']}
        aria-label={t('save')}
        data-tooltip={t('save')}
        aria-disabled={isSaving || undefined}
        {...handlers}
      >
        <IconCheck size={16} stroke={2} aria-hidden />
      </button>
      <button
        type="button"
        className={gridClasses['iconButton']}
        aria-label={t('cancel')}
        data-tooltip={t('cancel')}
        onClick={close}
        {...handlers}
      >
        <IconX size={16} stroke={2} aria-hidden />
      </button>
      {problem !== null && (
        <p id={problemId} className={classes['problem']} role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
