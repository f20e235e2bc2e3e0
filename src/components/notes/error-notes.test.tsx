// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Surroundings } from '../testing/Surroundings'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { messages } from '../../i18n/en'
import { inOneText, type Problem } from '../../i18n/use-error-words'
import { ErrorLine } from './ErrorLine'
import { ErrorNote } from './ErrorNote'

const show = (note: ReactNode) => render(<Surroundings>{note}</Surroundings>)

afterEach(cleanup)

describe.each([
  [
    'ErrorNote',
    (problem: Problem) => <ErrorNote problem={problem} title="Not read" isTriedAgain onRetry={vi.fn()} />,
  ],
  [
    'ErrorLine',
    (problem: Problem) => <ErrorLine problem={problem} title="Not read" isTriedAgain onRetry={vi.fn()} />,
  ],
])('%s', (_name, noteOf) => {
  test('shows the message, the detail with controls of direction written out, and the request', () => {
    show(noteOf({ kind: 'busy', detail: 'port \u202E08', requestId: 'r-1' }))
    const text = screen.getByRole('alert').textContent
    expect(text).toContain(messages.errors.busy)
    expect(text).toContain('Rainbond says: port ⟦U+202E⟧08')
    expect(text).toContain(messages.errors.triedAgain)
    expect(text).toContain('Request ID: r-1')
  })

  test('shows the field that did not match in place of the detail', () => {
    show(noteOf({ kind: 'unreadable', field: 'list[3].container_port', detail: 'more' }))
    const text = screen.getByRole('alert').textContent
    expect(text).toContain('list[3].container_port')
    expect(text).not.toContain('more')
  })

  test('leaves out a detail that says nothing', () => {
    show(noteOf({ kind: 'busy', detail: '' }))
    expect(screen.getByRole('alert').textContent).not.toContain('Rainbond says')
  })
})

test('a message and its detail become one text', () => {
  expect(inOneText({ message: 'Busy.', detail: 'Rainbond says: wait' })).toBe('Busy. Rainbond says: wait')
  expect(inOneText({ message: 'Busy.', detail: undefined })).toBe('Busy.')
})
