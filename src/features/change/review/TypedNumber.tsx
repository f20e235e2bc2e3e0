import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { readNumbers } from '../../../lib/text/read-numbers'
import { numberToType, type Review } from '../engine/stores/review'

export interface TypedNumber {
  /** The number that is to be typed; null where none is. */
  readonly asked: number | null
  /** The number that was typed; null where it is none. */
  readonly typed: number | null
  readonly text: string
  readonly setText: (text: string) => void
  /** The id of the field, which the confirming button waits for. */
  readonly id: string
}

/** Holds the number that a person has to type before many ports are deleted or opened outward. */
export function useTypedNumber(review: Pick<Review, 'parts'>): TypedNumber {
  const id = useId()
  const [text, setText] = useState('')
  const read = readNumbers(text, { least: 1, most: Number.MAX_SAFE_INTEGER, count: 1 })
  const typed = 'numbers' in read ? (read.numbers[0] ?? null) : null
  return { asked: numberToType(review), typed, text, setText, id }
}

interface TypedNumberFieldProps {
  number: TypedNumber
  isFocusFirst: boolean
  /** Called on Enter. */
  onConfirm: () => void
}

/** Where the number is typed. */
export function TypedNumberField({ number, isFocusFirst, onConfirm }: TypedNumberFieldProps) {
  const t = useTranslations('review.typed')
  const { asked, text, setText, id } = number
  if (asked === null) return null
  const count = String(asked)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onConfirm()
      }}
    >
      <TextInput
        id={id}
        label={t('label', { count })}
        description={t('why', { count })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus={isFocusFirst || undefined}
      />
    </form>
  )
}
