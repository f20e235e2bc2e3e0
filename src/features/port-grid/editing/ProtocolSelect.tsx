import type { FocusEvent, KeyboardEvent } from 'react'
import { isProtocol, protocolChoices } from '../../../domain/model/port'

interface ProtocolSelectProps {
  'aria-label': string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
  className: string | undefined
  value: string
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onBlur: (event: FocusEvent<HTMLElement>) => void
  /** The protocol of the port: one of old data is added to the choices. */
  saved: string
  isLocked: boolean
  onChoose: (protocol: string) => void
}

/** The choice of a protocol. Nothing is saved by choosing, because some browsers choose with every arrow key. */
export function ProtocolSelect({ saved, isLocked, onChoose, onKeyDown, ...shared }: ProtocolSelectProps) {
  function handleKeyDown(event: KeyboardEvent<HTMLSelectElement>) {
    if (isListOpen(event.currentTarget)) return
    onKeyDown(event)
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }

  return (
    <select
      {...shared}
      aria-disabled={isLocked || undefined}
      onChange={(event) => {
        if (!isLocked) onChoose(event.currentTarget.value)
      }}
      onKeyDown={handleKeyDown}
    >
      {!isProtocol(saved) && <option value={saved}>{saved}</option>}
      {protocolChoices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  )
}

/** A browser that doesn't tell keeps the keys of its open list to itself. */
function isListOpen(select: HTMLSelectElement): boolean {
  return CSS.supports('selector(:open)') && select.matches(':open')
}
