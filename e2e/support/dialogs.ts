import { expect, type Page } from '@playwright/test'
import { holdAnswers } from './held-answers'

/** The button for a new port, and the dialog that it opens. */
export function addPortOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^Add a port to / })
  return {
    open: page.getByRole('main').getByRole('button', { name: 'Add port', exact: true }),
    dialog,
    port: dialog.getByRole('textbox', { name: 'Port', exact: true }),
    protocol: dialog.getByRole('combobox', { name: 'Protocol', exact: true }),
    alias: dialog.getByRole('textbox', { name: 'Alias', exact: true }),
    inner: dialog.getByRole('switch', { name: 'Internal access', exact: true }),
    outer: dialog.getByRole('switch', { name: 'External access', exact: true }),
    submit: dialog.getByRole('button', { name: 'Add port', exact: true }),
    close: dialog.getByRole('button', { name: 'Close', exact: true }),
    clear: dialog.getByRole('button', { name: 'Clear', exact: true }),
  }
}

/** The buttons of a review that confirm nothing. */
const otherButtons =
  /^(Back|Cancel|Close|Stop|Stop waiting|Resume|Try again|返回|取消|关闭|停止|停止等待|继续|重试)$/

/** The dialog of a plan with its controls. Its confirming button is the last one, and named by what it does. */
export function planOf(page: Page) {
  const dialog = page.getByRole('dialog')
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  return {
    dialog,
    steps: dialog
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: /^(Steps|步骤)$/ }) })
      .getByRole('listitem'),
    run: dialog
      .getByRole('button')
      .last()
      .and(dialog.locator('button').filter({ hasNotText: otherButtons })),
    back: button('Back'),
    stop: button('Stop'),
    resume: button('Resume'),
    tryAgain: button('Try again'),
    cancel: button('Cancel'),
  }
}

/** Runs the plan on the screen, and stops it while the step that changes `port` is under way, however slow the browser is. */
export async function runAndStop(page: Page, port: number) {
  const { run, stop, resume } = planOf(page)
  const step = await holdAnswers(page, `**/ports/${port}`)
  await run.click()
  await step.held
  await stop.click()
  step.release()
  await expect(resume).toBeVisible()
}
