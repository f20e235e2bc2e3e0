import { Input } from '@mantine/core'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconX from '@tabler/icons-react/icons/IconX'
import { type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Port } from '../../../api/contract/port'
import { IconButton } from '../../../components/IconButton'
import { inOneText } from '../../../i18n/use-error-words'
import { useNavigationGuard } from '../../../lib/navigation/navigation-guard'
import type { Target } from '../../change/engine/target'
import { useReasonWords } from '../../change/words/refusal-words'
import classes from './component-head.module.css'
import { useInternalDomain } from './use-internal-domain'

interface InternalDomainFieldProps {
  target: Target
  ports: readonly Port[]
  /** The internal domain as it was last read. */
  saved: string
  /** Called when it was saved or cancelled, with whether the field had the focus until then. */
  onClose: (hasFocus: boolean) => void
}

/** The field for a new internal domain. Below it stands what is wrong with it, over the page, so that nothing moves. */
export function InternalDomainField({ target, ports, saved, onClose }: InternalDomainFieldProps) {
  const t = useTranslations('editing')
  const reasonWords = useReasonWords()
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const close = () => onClose(form.current?.contains(document.activeElement) ?? false)
  const edit = useInternalDomain({ target, ports, saved, onSaved: close })
  const { text, problem, refusal, isSaving, isChanged } = edit
  const words = problem ? t(`domain.${problem}`) : refusal && inOneText(reasonWords(refusal))
  useNavigationGuard(isChanged, () => window.confirm(t('domainName.leave')))

  useLayoutEffect(() => field.current?.select(), [])

  function handleSubmit(event: SyntheticEvent) {
    event.preventDefault()
    edit.save()
    field.current?.focus()
  }

  return (
    <form ref={form} className={classes['form']} noValidate onSubmit={handleSubmit}>
      <Input
        ref={field}
        size="xs"
        classNames={{ input: classes['input'] ?? '' }}
        value={text}
        aria-label={t('domainName.field')}
        // The description would be replaced by that of a wrapper.
        withAria={false}
        error={words !== null}
        aria-invalid={words !== null}
        aria-describedby={words === null ? undefined : id}
        readOnly={isSaving}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => edit.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      />
      <IconButton
        type="submit"
        size="xs"
        variant="filled"
        color="accent"
        label={t('save')}
        aria-disabled={isSaving || undefined}
        aria-busy={isSaving || undefined}
      >
        <IconCheck size={14} stroke={2} />
      </IconButton>
      <IconButton size="xs" variant="default" label={t('cancel')} onClick={close}>
        <IconX size={14} stroke={2} />
      </IconButton>
      {words !== null && (
        <p id={id} className={classes['problem']} role="alert">
          {words}
        </p>
      )}
    </form>
  )
}
