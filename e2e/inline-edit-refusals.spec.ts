import { listen } from './calls'
import { expect, test } from './fixtures'
import { planOf } from './plan-dialog'
import { openPorts } from './ports-page'
import { editorOf } from './row-editor'

const theirDomain = /^Another component of the team has this internal domain\.$/

test('every bad alias is told before anything is sent', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8080)
  await editAlias.click()
  for (const [typed, told] of [
    ['', /^An alias is needed/],
    ['web', /^Capital letters only/],
    ['8WEB', /^It has to start with a capital letter/],
    ['WEB ADMIN', /^Only capital letters, digits/],
    ['WEB_METRICS', /^Another port of this component has this alias/],
    ['W'.repeat(65), /^At most 64 characters/],
  ] as const) {
    await test.step(`alias “${typed}”`, async () => {
      await alias.fill(typed)
      await page.keyboard.press('Enter')
      await expect(alias).toHaveAccessibleDescription(told)
      await expect(alias).toHaveValue(typed)
      await expect(alias).toBeFocused()
    })
  }
  expect(calls.writes()).toEqual([])
})

test('every bad internal domain is told before anything is sent', async ({ page }) => {
  const calls = listen(page)
  const names = page.waitForResponse(/apps_port/)
  await openPorts(page, 'web')
  await names
  const { editDomain, domain } = editorOf(page, 8080)
  await editDomain.click()
  for (const [typed, told] of [
    ['', /^An internal domain is needed/],
    ['Web', /^Small letters only/],
    ['1web', /^It has to start with a small letter/],
    ['web_1', /^Only small letters, digits/],
    ['web-', /^It has to end with a letter or a digit/],
    ['w'.repeat(64), /^At most 63 characters/],
    ['bee', theirDomain],
  ] as const) {
    await test.step(`internal domain “${typed}”`, async () => {
      await domain.fill(typed)
      await page.keyboard.press('Enter')
      await expect(domain).toHaveAccessibleDescription(told)
      await expect(domain).toHaveValue(typed)
    })
  }
  expect(calls.writes()).toEqual([])
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('an internal domain that only the server knows of is told beside the field, with the text kept', async ({
    page,
    rainbond,
  }) => {
    const [closed] = await rainbond.ports('draft')
    const theirs = closed?.k8s_service_name ?? ''
    expect(theirs).not.toBe('')
    await openPorts(page, 'web')
    const { editDomain, domain, mark } = editorOf(page, 8080)
    await editDomain.click()
    await domain.fill(theirs)
    await page.keyboard.press('Enter')
    await planOf(page).run.click()
    await expect(planOf(page).dialog.getByRole('alert')).toBeVisible()
    await planOf(page).cancel.click()

    await expect(domain).toHaveValue(theirs)
    await expect(mark).toBeVisible()
    await expect(domain).toHaveAccessibleDescription(/taken/)
    expect(await rainbond.port('web', 8080)).toMatchObject({ k8s_service_name: 'web' })
  })

  test('an alias that the cluster refuses is kept, and saved at the second try', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    const { editAlias, alias, mark } = editorOf(page, 8080)
    await editAlias.click()
    await alias.fill('WEB_BACK')
    await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })
    await page.keyboard.press('Enter')
    await expect(alias).toHaveAccessibleDescription(/集群资源不足/)
    await expect(alias).toHaveValue('WEB_BACK')
    await expect(mark).toBeVisible()

    await alias.press('Enter')
    await expect(alias).toBeHidden()
    expect(await rainbond.port('web', 8080)).toMatchObject({ port_alias: 'WEB_BACK' })
  })
})
