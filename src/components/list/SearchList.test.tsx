// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ComponentProps, useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { makeChoice } from '../choice'
import { Surroundings } from '../testing/Surroundings'
import { SearchList } from './SearchList'
import type { ListItem } from './list-item'

afterEach(cleanup)

const item = (id: string, name: string): ListItem => ({
  ...makeChoice({ id, name, detail: id }),
  href: `/${id}`,
  marks: [],
  cells: [id],
})
const lab: ListItem = {
  ...makeChoice({ id: 'lab', name: 'Lab', detail: 'lab', blocked: 'In maintenance' }),
  marks: [],
  cells: ['lab'],
}
const items = [item('shop', 'Shop'), lab, item('payments', '支付')]

const columns = [
  { id: 'name', heading: 'Name', width: '1fr' },
  { id: 'id', heading: 'ID', width: '1fr' },
]

function TypedList(props: Omit<ComponentProps<typeof SearchList>, 'typed' | 'onType'>) {
  const [typed, setTyped] = useState('')
  return <SearchList {...props} typed={typed} onType={setTyped} />
}

function show(first: readonly ListItem[] | 'loading' = items) {
  const location = memoryLocation({ path: '/', record: true })
  const list = (shown: readonly ListItem[] | undefined) => (
    <Router hook={location.hook}>
      <TypedList
        label="Things"
        searchLabel="Search"
        columns={columns}
        items={shown}
        isRefreshing={false}
        onRefresh={() => undefined}
        words={{
          refresh: 'Refresh',
          loading: 'Loading',
          count: (shownCount, total) => `${shownCount}/${total}`,
          empty: { title: 'Empty', text: 'Nothing yet' },
          noMatch: (typed) => `No ${typed}`,
          clear: 'Clear',
        }}
      />
    </Router>
  )
  const { rerender } = render(list(first === 'loading' ? undefined : first), { wrapper: Surroundings })
  return { user: userEvent.setup(), history: location.history, arrive: () => rerender(list(items)) }
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' })
const names = () => screen.queryAllByRole('link').map((link) => link.textContent)

describe('SearchList', () => {
  it('shows what fits, and opens the best match by Enter', async () => {
    const { user, history } = show()
    await user.type(field(), 'pay')
    expect(names()).toEqual(['支付'])
    expect(screen.getByText('1/3')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(history.at(-1)).toBe('/payments')
  })

  it('opens nothing by Enter while nothing is typed, or where the best match is blocked', async () => {
    const { user, history } = show()
    await user.type(field(), '{Enter}')
    await user.type(field(), 'lab{Enter}')
    expect(history).toEqual(['/'])
  })

  it('keeps Enter until the list has come', async () => {
    const { user, history, arrive } = show('loading')
    await user.type(field(), 'shop{Enter}')
    expect(history).toEqual(['/'])
    arrive()
    expect(history.at(-1)).toBe('/shop')
  })

  it('leads into the list and back by arrows, over what is blocked, too', async () => {
    const { user } = show()
    await user.click(field())
    const seen = []
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowUp', 'Home', 'ArrowUp']) {
      await user.keyboard(`{${key}}`)
      seen.push(document.activeElement?.textContent)
    }
    expect(seen).toEqual(['Shop', 'Lab', '支付', 'Lab', 'Shop', ''])
    expect(document.activeElement).toBe(field())
  })

  it('takes up typing again from within the list', async () => {
    const { user } = show()
    await user.click(field())
    await user.keyboard('{ArrowDown}l')
    expect(document.activeElement).toBe(field())
  })

  it('says why something is blocked', () => {
    show()
    const blocked = screen.getByRole('link', { name: 'Lab' })
    expect(blocked.getAttribute('aria-disabled')).toBe('true')
    const description = document.getElementById(blocked.getAttribute('aria-describedby') ?? '')
    expect(description?.textContent).toContain('In maintenance')
  })

  it('says that nothing fits, or that there is nothing', async () => {
    const { user } = show()
    await user.type(field(), 'zzz')
    expect(screen.getByText('No zzz')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(names()).toHaveLength(3)
    cleanup()
    show([])
    expect(screen.getByText('Empty')).toBeTruthy()
  })
})
