import type { Page } from '@playwright/test'

const names = {
  language: /^(Language|语言)$/,
  scheme: /^(Colour scheme|配色)$/,
} as const

/** Opens the display settings, unless they are open, and chooses `value`, such as `中文` or `Dark`. */
export async function chooseDisplay(page: Page, setting: keyof typeof names, value: string) {
  const group = page.getByRole('radiogroup', { name: names[setting] })
  if (!(await group.isVisible())) {
    await page.getByRole('button', { name: /^(Display settings|显示设置)$/ }).click()
  }
  await group.getByText(value, { exact: true }).click()
}

/** Closes the display settings. */
export async function closeDisplay(page: Page) {
  await page.keyboard.press('Escape')
  await page.getByRole('radiogroup').first().waitFor({ state: 'hidden' })
}
