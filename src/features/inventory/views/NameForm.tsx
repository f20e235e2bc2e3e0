import { Button, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { plainText } from '../../../lib/text/clean-text'
import classes from './views.module.css'

interface NameFormProps {
  label: string
  /** What the button does. */
  submit: string
  /** What it does where the name is taken; undefined where that can't be done. */
  replace?: string
  first: string
  isTaken: (name: string) => boolean
  onSubmit: (name: string) => void
  /** Undefined where the form stays. */
  onCancel?: () => void
}

/** Asks for the name of a view. One that is taken is only replaced by a second press on a button that says so. */
export function NameForm({ label, submit, replace, first, isTaken, onSubmit, onCancel }: NameFormProps) {
  const t = useTranslations('inventory.views')
  const [name, setName] = useState(first)
  const [isAsked, setIsAsked] = useState(false)
  const taken = isTaken(name)
  const isProblem = isAsked && taken

  function handleSubmit(event: SyntheticEvent) {
    event.preventDefault()
    if (plainText(name) === '') return
    if (taken && !(isAsked && replace !== undefined)) setIsAsked(true)
    else {
      onSubmit(name)
      setName(first)
      setIsAsked(false)
    }
  }

  return (
    <form className={classes['form']} onSubmit={handleSubmit}>
      <TextInput
        label={label}
        value={name}
        maxLength={80}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus={onCancel ? true : undefined}
        onFocus={(event) => event.currentTarget.select()}
        error={isProblem && t(replace === undefined ? 'taken' : 'takenReplace')}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setIsAsked(false)
        }}
      />
      <Button type="submit">{isProblem && replace !== undefined ? replace : submit}</Button>
      {onCancel && (
        <Button variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </form>
  )
}
