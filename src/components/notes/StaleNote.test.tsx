// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Surroundings } from '../testing/Surroundings'
import { StaleNote } from './StaleNote'

afterEach(cleanup)

const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent)

it('is shown once where several parts are missing, and can be dismissed where one of them can', () => {
  const Missing = ({ hasDialog }: { hasDialog: boolean }) => (
    <Surroundings>
      {hasDialog && <StaleNote onDismiss={() => undefined} />}
      <StaleNote />
    </Surroundings>
  )
  const { rerender } = render(<Missing hasDialog />)
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  expect(names()).toEqual(['Reload', 'Not now'])

  rerender(<Missing hasDialog={false} />)
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  expect(names()).toEqual(['Reload'])
})
