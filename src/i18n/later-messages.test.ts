// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { useTranslations } from 'use-intl'
import { afterEach, expect, it, vi } from 'vitest'
import { LanguageProvider, useLanguage } from './LanguageProvider'
import { messages as en } from './en'
import { laterMessages, withLaterMessages } from './later-messages'

afterEach(cleanup)

function Part() {
  const t = useTranslations('log')
  const { setLanguage } = useLanguage()
  return createElement('button', { onClick: () => void setLanguage('zh') }, t('loading'))
}

it('are there before the part that asks for them, and follow the language', async () => {
  const load = vi.fn(() => Promise.resolve(Part))
  const [LoadedPart] = await Promise.all([withLaterMessages(load)()])
  expect(laterMessages.loaded().has('en')).toBe(true)
  const provided = { language: 'en', messages: en } as const
  render(createElement(LanguageProvider, { ...provided, children: createElement(LoadedPart) }))
  expect(screen.getByRole('button').textContent).toBe('Loading the operation log…')
  await act(async () => {
    screen.getByRole('button').click()
    await vi.waitFor(() => expect(laterMessages.loaded().has('zh')).toBe(true))
  })
  await vi.waitFor(() => expect(screen.getByRole('button').textContent).toBe('正在加载操作记录…'))
})
