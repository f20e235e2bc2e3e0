// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeChoice } from '../choice'
import { Surroundings } from '../testing/Surroundings'
import { ComboBox } from './ComboBox'
import type { ChoicesStatus } from './use-combo-box'

afterEach(cleanup)

const choices = [
  makeChoice({ id: 'a', name: 'Shop', detail: 'shop' }),
  makeChoice({ id: 'b', name: 'Lab', detail: 'lab', blocked: 'In maintenance' }),
  makeChoice({ id: 'c', name: '支付', detail: 'payments' }),
]
const words = {
  loading: 'Loading',
  failed: 'Failed',
  empty: 'Empty',
  noMatch: 'Nothing fits',
  retry: 'Again',
  more: (total: number) => `${total} more`,
}

function show(changed: { status?: ChoicesStatus; unavailable?: string; valueBefore?: string } = {}) {
  const onChoose = vi.fn<(id: string) => void>()
  const onRetry = vi.fn<() => void>()
  const box = (status: ChoicesStatus) => (
    <ComboBox
      label="Team"
      look="field"
      value={status === 'ready' ? 'Shop' : (changed.valueBefore ?? 'Shop')}
      chosenId="a"
      choices={status === 'ready' ? choices : []}
      status={status}
      placeholder="Choose"
      unavailable={changed.unavailable}
      words={words}
      onChoose={onChoose}
      onRetry={onRetry}
    />
  )
  const { rerender } = render(box(changed.status ?? 'ready'), { wrapper: Surroundings })
  return { onChoose, onRetry, user: userEvent.setup(), arrive: () => rerender(box('ready')) }
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Team' })
const names = () => screen.queryAllByRole('option').map((option) => option.firstChild?.textContent)
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.firstChild?.textContent

describe('ComboBox', () => {
  it('says what is chosen, and opens on a click with the mark on it', async () => {
    const { user } = show()
    expect(field().value).toBe('Shop')
    expect(field().getAttribute('aria-expanded')).toBe('false')
    await user.click(field())
    await vi.waitFor(() => expect(active()).toBe('Shop'))
    expect(names()).toEqual(['Shop', 'Lab', '支付'])
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Shop')
  })

  it('has typing replace a name that came while the field had the focus', async () => {
    const { user, arrive, onChoose } = show({ status: 'loading', valueBefore: '' })
    field().focus()
    arrive()
    expect(field().value).toBe('Shop')
    await user.keyboard('PAY')
    expect(field().value).toBe('PAY')
    await user.keyboard('{Enter}')
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('c')
  })

  it('takes the first match by Enter', async () => {
    const { user, onChoose } = show()
    await user.clear(field())
    await user.type(field(), 'PAY')
    expect(names()).toEqual(['支付'])
    await user.keyboard('{Enter}')
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('c')
    expect(names()).toEqual([])
  })

  it('moves by arrows, round the ends, and by Home and End', async () => {
    const { user, onChoose } = show()
    field().focus()
    await user.keyboard('{ArrowDown}')
    await vi.waitFor(() => expect(active()).toBe('Shop'))
    const seen = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await user.keyboard(`{${key}}`)
      seen.push(active())
    }
    expect(seen).toEqual(['Lab', '支付', 'Shop', '支付', 'Shop', '支付'])
    await user.keyboard('{Enter}')
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('c')
  })

  it('does not choose what is blocked, and says why', async () => {
    const { user, onChoose } = show()
    await user.click(field())
    await vi.waitFor(() => expect(active()).toBe('Shop'))
    await user.click(screen.getByRole('option', { name: /In maintenance/ }))
    await user.keyboard('{ArrowDown}{Enter}')
    expect(active()).toBe('Lab')
    expect(onChoose).not.toHaveBeenCalled()
  })

  it('restores the name on Escape and on leaving', async () => {
    const { user, onChoose } = show()
    await user.type(field(), 'x{Escape}')
    expect(field().value).toBe('Shop')
    await user.type(field(), 'x')
    await user.tab()
    expect(field().value).toBe('Shop')
    expect(onChoose).not.toHaveBeenCalled()
  })

  it('keeps Enter until the choices have come', async () => {
    const { user, onChoose, arrive } = show({ status: 'loading' })
    await user.clear(field())
    await user.type(field(), 'payments{Enter}')
    expect(screen.getByText('Loading')).toBeTruthy()
    expect(onChoose).not.toHaveBeenCalled()
    arrive()
    await vi.waitFor(() => expect(onChoose).toHaveBeenCalledExactlyOnceWith('c'))
  })

  it('asks again by Enter when the choices could not be loaded', async () => {
    const { user, onRetry } = show({ status: 'failed' })
    field().focus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('tells why nothing can be chosen, and stays reachable', async () => {
    const { user } = show({ unavailable: 'Choose a cluster first' })
    await user.tab()
    expect(document.activeElement).toBe(field())
    expect(field().placeholder).toBe('Choose a cluster first')
    await user.keyboard('{ArrowDown}')
    expect(names()).toEqual([])
  })
})
