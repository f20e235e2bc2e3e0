// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Command, commands, useCommands } from './commands'

const refresh: Command = { id: 'refresh', group: 'view', name: 'Refresh', run: () => undefined }
const signOut: Command = { id: 'sign-out', group: 'general', name: 'Sign out', run: () => undefined }
const names = () => [...commands.offers().values()].flat().map(({ name }) => name)

const offer = (...offered: Command[]) =>
  renderHook((next: Command[]) => useCommands(next), { initialProps: offered })

test('offers commands while their part is shown, as they were in its last rendering', () => {
  const account = offer(signOut)
  const grid = offer(refresh)
  account.rerender([{ ...signOut, name: '退出登录' }])
  expect(names()).toEqual(['退出登录', 'Refresh'])
  account.unmount()
  expect(names()).toEqual(['Refresh'])
  grid.unmount()
  expect(names()).toEqual([])
})

test('a part may offer nothing for a while', () => {
  const part = offer(refresh)
  part.rerender([])
  expect(commands.offers().size).toBe(0)
  part.rerender([refresh])
  expect(names()).toEqual(['Refresh'])
  part.unmount()
})

test('parts stay apart, whatever the ids of their commands', () => {
  const parts = [offer(refresh), offer(refresh)]
  expect(names()).toEqual(['Refresh', 'Refresh'])
  for (const part of parts) part.unmount()
})

test('tells of each change, and returns the same map until there is one', () => {
  let calls = 0
  const leave = commands.subscribe(() => (calls += 1))
  const part = offer(refresh)
  expect(calls).toBe(1)
  expect(commands.offers()).toBe(commands.offers())
  part.unmount()
  expect(calls).toBe(2)
  leave()
})
