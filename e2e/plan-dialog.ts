import type { Page } from '@playwright/test'

/** The dialog of a plan and what can be done in it. */
export function planOf(page: Page) {
  const dialog = page.getByRole('dialog')
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  return {
    dialog,
    steps: dialog
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Steps', exact: true }) })
      .getByRole('listitem'),
    run: button('Run plan'),
    stop: button('Stop'),
    resume: button('Resume'),
    tryAgain: button('Try again'),
    cancel: button('Cancel'),
  }
}
