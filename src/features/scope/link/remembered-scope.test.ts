import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../../../api/contract/session'
import { rememberedScope, rememberScope } from './remembered-scope'

const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
})

const session = (userId: number, console: string | null): Session => ({
  user: { user_id: userId, nick_name: 'ada' },
  console,
  demo: console === null,
  demoToken: null,
  readOnly: false,
})
const scope = { path: '/teams/shop/regions/east/apps', names: { team: 'Online shop', region: 'East' } }

describe('the remembered scope', () => {
  it('comes back for the same person on the same console', () => {
    rememberScope(session(1, 'https://console.test'), scope)
    expect(rememberedScope(session(1, 'https://console.test'))).toEqual(scope)
  })

  it('is nobody else’s, and of no other console', () => {
    rememberScope(session(1, 'https://console.test'), scope)
    expect(rememberedScope(session(2, 'https://console.test'))).toBeNull()
    expect(rememberedScope(session(1, 'https://other.test'))).toBeNull()
    expect(rememberedScope(session(1, null))).toBeNull()
  })

  it('is nothing for somebody who is not signed in', () => {
    const nobody = { ...session(1, null), user: null }
    rememberScope(nobody, scope)
    expect(stored.size).toBe(0)
    expect(rememberedScope(nobody)).toBeNull()
  })

  it.each([
    'not json',
    '"/teams"',
    '{"path":"https://evil.test/","names":{}}',
    '{"path":"/disabledRef","names":{}}',
  ])('is nothing when the browser holds %s', (value) => {
    rememberScope(session(1, null), scope)
    for (const key of stored.keys()) stored.set(key, value)
    expect(rememberedScope(session(1, null))).toBeNull()
  })

  it('does without storage', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {
        throw new Error('denied')
      },
    })
    rememberScope(session(1, null), scope)
    expect(rememberedScope(session(1, null))).toBeNull()
  })
})
