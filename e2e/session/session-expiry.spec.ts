import { planOf, runAndStop } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens } from '../support/world'

test.use({ provokesFailures: true })

test('a session that expires during a change is renewed in place', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('808')
  await rainbond.fail({ fault: 'unauthenticated', method: 'PUT', count: 1 })
  await switchOf(page, 'Internal', 8081).click()

  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  await signIn(page, tokens.ada)
  await expect(dialog).toBeHidden()

  await expect(page).toHaveURL(`${portsPath('web')}?filter=808`)
  await expectSettled(switchOf(page, 'Internal', 8081), false)
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})

test('a plan stopped by an expired session resumes after the next sign-in', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()
  await runAndStop(page, 8081)
  await rainbond.fail({ fault: 'unauthenticated', method: 'PUT', count: 1 })
  await planOf(page).resume.click()

  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  // Neither the dialog for the sign-in nor the plan below it goes away.
  await page.keyboard.press('Escape')
  for (let tab = 0; tab < 8; tab++) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toBeVisible()
  }
  await signIn(page, tokens.ada)
  await expect(dialog).toBeHidden()

  await planOf(page).resume.or(planOf(page).tryAgain).click()
  await expectSettled(switchOf(page, 'External', 8081), true)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: true })
})

test('an expired licence signs nobody out', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'licence', method: 'PUT', count: 1 })
  await switchOf(page, 'Internal', 8081).click()

  await expect(switchOf(page, 'Internal', 8081)).toHaveAccessibleDescription(/licence/)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectSettled(switchOf(page, 'Internal', 8081), false)
})

test('another person who signs in sees nothing of the previous session', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'unauthenticated', method: 'PUT', count: 1 })
  await switchOf(page, 'Internal', 8081).click()
  await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
  await signIn(page, tokens.bo)

  await expect(page.getByRole('grid', { name: 'Ports' })).toBeHidden()
  await expect(page.getByText('Online shop')).toBeHidden()
})
