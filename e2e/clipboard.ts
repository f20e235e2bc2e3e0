import type { Page } from '@playwright/test'

/** Gives the text that is selected on the page. */
export async function selectedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => window.getSelection()?.toString())
}

/** Pastes what is on the clipboard into the filter of the ports, for the page itself may not read it. */
export async function pastedText(page: Page): Promise<string> {
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await filter.fill('')
  await filter.press('Control+V')
  const text = await filter.inputValue()
  await filter.fill('')
  return text
}
