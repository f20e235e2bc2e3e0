import type { Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addPortOf, planOf } from '../support/dialogs'
import { chooseDisplay, closeDisplay } from '../support/display-settings'
import { expect, test } from '../support/fixtures'
import type { GatewayDouble } from '../support/gateway-double'
import { editorOf, expectSettled, openPorts, switchOf } from '../support/ports-page'

test.use({
  provokesFailures: true,
  gatewaySettings: { STOP_SECONDS: '1', SESSION_SECRET: 'the same one before and after a release' },
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const note = (page: Page) => page.getByRole('alert').filter({ hasText: 'was probably updated' })

/**
 * Replaces the gateway by one without the files of the open page, as after a release. Returns a function that restores the
 * previous one, with which the page can reload.
 */
async function release(page: Page, gateway: GatewayDouble) {
  // What is fetched once the page is painted is there.
  await page.waitForLoadState('networkidle')
  const empty = await mkdtemp(join(tmpdir(), 'portdeck-release-'))
  await gateway.goDown()
  await gateway.comeBack(empty)
  return async () => {
    await gateway.goDown()
    await gateway.comeBack()
    await rm(empty, { recursive: true })
  }
}

test('a missing dialog offers to reload, after typed values are saved or given up', async ({
  page,
  rainbond,
  gateway,
}) => {
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8081)
  await editAlias.click()
  await alias.fill('WEB_SAVED')
  const reloadable = await release(page, gateway)

  await switchOf(page, 'External', 8081).click()
  await expect(note(page)).toContainText('before unsaved changes are lost')
  await note(page).getByRole('button', { name: 'Not now' }).click()
  await expect(note(page)).toBeHidden()
  await expectSettled(switchOf(page, 'External', 8081), false)

  await alias.press('Enter')
  await expect(alias).toBeHidden()
  expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_SAVED' })

  await editAlias.click()
  await alias.fill('WEB_LOST')
  await switchOf(page, 'External', 8081).click()
  const questions: string[] = []
  page.once('dialog', (question) => {
    questions.push(question.type())
    void question.dismiss()
  })
  await button(page, 'Reload').click()
  await expect.poll(() => questions).toEqual(['beforeunload'])
  await expect(alias).toHaveValue('WEB_LOST')

  await reloadable()
  page.once('dialog', (question) => void question.accept())
  await button(page, 'Reload').click()
  await expect(alias).toBeHidden()
  await expect(note(page)).toBeHidden()
  await switchOf(page, 'External', 8081).click()
  await planOf(page).run.click()
  await expectSettled(switchOf(page, 'External', 8081), true)
})

test('any other missing part offers to reload, and loads on the next try after a network failure', async ({
  page,
  gateway,
}) => {
  await openPorts(page, 'web')
  const dialog = page.getByRole('dialog')
  const chooseVariables = () =>
    page.getByRole('menuitem', { name: 'Connection variables', exact: true }).click()
  const parts: Record<string, () => Promise<void>> = {
    'the dialog of a new port': () => addPortOf(page).open.click(),
    'the notice of a change': () => switchOf(page, 'Internal', 8081).click(),
    'the operation log': () => button(page, 'Operation log').click(),
    'the addresses of a port': () => button(page, '+2 more addresses, port 80').click(),
    'a language': () => chooseDisplay(page, 'language', '中文'),
  }
  // Their own code is there, so that only the language is missing.
  await chooseDisplay(page, 'language', 'English')
  await closeDisplay(page)
  const reloadable = await release(page, gateway)
  for (const [name, open] of Object.entries(parts)) {
    await test.step(name, async () => {
      await open()
      await expect(note(page)).toBeVisible()
      await note(page).getByRole('button', { name: 'Not now' }).click()
      await expect(note(page)).toBeHidden()
    })
  }

  await reloadable()
  await parts['the dialog of a new port']?.()
  await expect(dialog).toBeVisible()
  // Its style sheet, which failed to load before, is there too.
  await expect(addPortOf(page).port).toHaveCSS('border-radius', '6px')
  await addPortOf(page).close.click()
  await button(page, 'Actions, port 80').click()
  await chooseVariables()
  await expect(dialog.getByText('WEB_HOST', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await parts['a language']?.()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('a missing page offers to reload, and appears afterwards', async ({ page, gateway }) => {
  await page.goto('/teams')
  await expect(page.getByRole('heading', { name: 'Choose a team' })).toBeVisible()
  const reloadable = await release(page, gateway)
  await page.getByRole('link', { name: /Online shop/ }).click()
  await page.getByRole('link', { name: /East/ }).click()
  await expect(page.getByRole('heading', { name: 'This page couldn’t be loaded' })).toBeVisible()
  await reloadable()
  await button(page, 'Reload').click()
  await expect(page.getByRole('heading', { name: 'Choose an app' })).toBeVisible()
})
