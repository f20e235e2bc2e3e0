// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyText, selectText } from './copy-text'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('copyText', () => {
  it('puts the text on the clipboard', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    expect(await copyText('https://a.test')).toBe(true)
    expect(writeText).toHaveBeenCalledExactlyOnceWith('https://a.test')
  })

  it('says so where there is no clipboard, as over plain http', async () => {
    vi.stubGlobal('navigator', {})
    expect(await copyText('text')).toBe(false)
  })

  it('says so where the browser refuses', async () => {
    const writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    expect(await copyText('text')).toBe(false)
  })
})

describe('selectText', () => {
  it('selects what the element shows, and nothing around it', () => {
    document.body.innerHTML = 'before <code>web:8080</code> after'
    selectText(document.querySelector('code'))
    expect(window.getSelection()?.toString()).toBe('web:8080')
  })
})
