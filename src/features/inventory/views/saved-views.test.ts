import { beforeEach, expect, it, vi } from 'vitest'
import { isSameName, renamedView, type SavedView, storedViews, withoutView, withView } from './saved-views'

const view = (name: string, filter = ''): SavedView => ({
  name,
  filter,
  sort: '-port',
  isGrouped: true,
  hidden: ['domain'],
})
const names = (views: readonly SavedView[]) => views.map(({ name }) => name)

beforeEach(() => {
  const texts = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => texts.set(key, text),
  })
})

it('keeps views in the order of their names, each name once whatever its case', () => {
  const views = [view('b'), view('View 10'), view('view 2')].reduce<SavedView[]>(withView, [])
  expect(names(views)).toEqual(['b', 'view 2', 'View 10'])
  const replaced = withView(views, view(' B ', 'risk:any'))
  expect(names(replaced)).toEqual(['B', 'view 2', 'View 10'])
  expect(replaced[0]?.filter).toBe('risk:any')
  expect(isSameName('Ｂ', 'b')).toBe(true)
})

it('renames and deletes one and leaves the others', () => {
  const views = [view('a', 'x'), view('b')]
  expect(renamedView(views, view('a', 'x'), 'c')).toEqual([view('b'), view('c', 'x')])
  expect(names(renamedView(views, view('a', 'x'), 'A'))).toEqual(['A', 'b'])
  expect(withoutView(views, 'A')).toEqual([view('b')])
})

it('reads what it stored, and nothing of another shape', () => {
  storedViews.write([view('订单', 'app:"a b"')])
  expect(storedViews.read()).toEqual([view('订单', 'app:"a b"')])
  localStorage.setItem('portdeck.views', '[{"name":1}]')
  expect(storedViews.read()).toBeNull()
})
