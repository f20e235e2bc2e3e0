import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, openPorts, switchOf } from '../support/ports-page'
import { locate } from '../support/world'

test('shows name, status and source', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(page.getByRole('heading', { level: 1, name: 'web', exact: true })).toBeVisible()
  await expect(page.getByText('Status: running')).toBeVisible()
  await expect(page.getByText('Source: image')).toBeVisible()
})

test.describe('while the cluster is down', () => {
  test.use({ provokesFailures: true })

  test('shows the ports with an unknown status', async ({ page, rainbond }) => {
    await rainbond.fail(
      { fault: 'cluster-unreachable', method: 'GET', path: '**/services' },
      { fault: 'crash', path: '**/services/*' },
    )
    await openPorts(page, 'web')
    await expect(page.getByText('Status: unknown')).toBeVisible()
    await expect(page.getByText('The cluster didn’t report a status')).toBeVisible()
  })
})

test('explains what differs for a third-party component, also when outer changes', async ({ page }) => {
  await openPorts(page, 'pay-line')
  await expect(page.getByText('Source: third-party')).toBeVisible()
  await expect(page.getByText(/^Third-party component/)).toBeVisible()
  await switchOf(page, 'External', 8443).click()
  const plan = planOf(page)
  await expect(plan.dialog.getByText(/Rainbond asks the cluster for its endpoints/)).toBeVisible()
  await plan.cancel.click()
})

test('explains where changes of an unfinished component go', async ({ page }) => {
  await openPorts(page, 'draft')
  await expect(page.getByText(/^This component isn’t fully created in Rainbond/)).toBeVisible()
  await switchOf(page, 'External', 8080).click()
  const plan = planOf(page)
  await expect(
    plan.dialog.getByText(/these changes are only saved in the console until it is built/),
  ).toBeVisible()
  await expect(plan.dialog.getByText(/asks the cluster for its endpoints/)).toBeHidden()
  await plan.cancel.click()
})

test('the tab begins with the component', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(page).toHaveTitle(/^web · /)
})

test('the image is shortened, and whole on request', async ({ page }) => {
  await openPorts(page, 'web')
  const image = page.getByText('shop:1.0', { exact: true })
  await expect(image).toBeVisible()
  await image.hover()
  await expect(page.getByRole('tooltip', { name: 'registry.test/shop:1.0' })).toBeVisible()
})

test('a link leads to the component’s ports in Rainbond’s own console', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const link = page.getByRole('link', { name: 'Open in Rainbond' })
  const { app, service } = locate('web')
  const place = `/#/team/shop/region/east/apps/${app}/overview`
  await expect(link).toHaveAttribute(
    'href',
    `${rainbond.url}${place}?type=components&componentID=${service}&tab=advancedSettings&subTab=port`,
  )
  await expect(link).toHaveAttribute('target', '_blank')
  await openPorts(page, 'pay-line')
  await expect(link).toHaveAttribute('href', /&tab=port$/)
})

test('the name of the component and the column header stay in view while scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 18_113).focus()
  await page.mouse.wheel(0, 2000)
  await expect(page.getByRole('heading', { level: 1, name: 'web' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('columnheader', { name: 'Alias' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('textbox', { name: 'Filter ports' })).not.toBeInViewport()
})

test.describe('internal domain', () => {
  const edit = (page: Page) => page.getByRole('button', { name: 'Edit internal domain', exact: true })
  const field = (page: Page) => page.getByRole('textbox', { name: 'Internal domain', exact: true })
  const head = (page: Page) =>
    page
      .getByRole('main')
      .locator('form')
      .filter({ has: field(page) })

  test('is renamed for all ports after a review', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await edit(page).click()
    await expect(field(page)).toHaveValue('web')
    await field(page).fill('shop-web')
    await page.keyboard.press('Enter')
    const { dialog, run } = planOf(page)
    await expect(dialog.getByText(/WEB_HOST/).first()).toBeVisible()
    await run.click()
    await expect(field(page)).toBeHidden()
    await expect(edit(page)).toBeFocused()
    expect(await rainbond.port('web', 80)).toMatchObject({ k8s_service_name: 'shop-web' })
    expect(await rainbond.port('web', 8081)).toMatchObject({ k8s_service_name: 'shop-web' })
  })

  test('is one for all ports while it is renamed and while that is undone', async ({ page }) => {
    await openPorts(page, 'web')
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('main')?.textContent.includes('differs per port'))
          document.body.dataset['differed'] = ''
      })
      watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    await edit(page).click()
    await field(page).fill('shop-web')
    await page.keyboard.press('Enter')
    await planOf(page).run.click()
    await expect(domainEditorOf(page).shown).toHaveText('shop-web')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await planOf(page).run.click()
    await expect(domainEditorOf(page).shown).toHaveText('web')
    await expect(planOf(page).dialog).toBeHidden()
    await expect(page.locator('body')).not.toHaveAttribute('data-differed')
  })

  test('says what is wrong while it is typed, and moves nothing', async ({ page }) => {
    await openPorts(page, 'web')
    const below = switchOf(page, 'Internal', 80)
    const before = await below.boundingBox()
    await edit(page).click()
    expect(await below.boundingBox()).toEqual(before)
    await field(page).fill('Shop_web')
    await expect(field(page)).toHaveAccessibleDescription('Don’t use capital letters.')
    expect(await below.boundingBox()).toEqual(before)
    await page.keyboard.press('Enter')
    await expect(planOf(page).dialog).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(field(page)).toBeHidden()
    await expect(edit(page)).toBeFocused()
  })

  test('an unchanged text sends nothing, and a refreshed page keeps what is typed', async ({
    page,
    rainbond,
  }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    await edit(page).click()
    await head(page).getByRole('button', { name: 'Save', exact: true }).click()
    await expect(field(page)).toBeHidden()
    expect(calls.writes()).toEqual([])

    await edit(page).click()
    await field(page).fill('half-typed')
    await rainbond.change('web', 8081, { action: 'open_inner' })
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
    await expect(field(page)).toHaveValue('half-typed')
    await head(page).getByRole('button', { name: 'Cancel', exact: true }).click()
    await expect(field(page)).toBeHidden()
  })

  test.describe('refused', () => {
    test.use({ provokesFailures: true })

    test('keeps the text, and says why beside the field', async ({ page, rainbond }) => {
      await openPorts(page, 'web')
      await edit(page).click()
      await field(page).fill('console')
      await rainbond.fail({ fault: 'cluster-out-of-memory', method: 'PUT', count: 1 })
      await page.keyboard.press('Enter')
      const { dialog, run } = planOf(page)
      await run.click()
      await dialog
        .getByRole('button', { name: 'Cancel', exact: true })
        .or(dialog.getByRole('button', { name: 'Close' }))
        .first()
        .click()
      await expect(field(page)).toHaveValue('console')
      await expect(field(page)).toHaveAccessibleDescription(/集群资源不足/)
    })
  })
})
