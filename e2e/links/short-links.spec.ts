import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { switchOf } from '../support/ports-page'
import { locate, portsPath, seed } from '../support/world'

const { team, region, app, service } = locate('web')
const regionPath = `/teams/${team}/regions/${region}`
const appPath = `${regionPath}/apps/${app}`

/** The headings and states that the page has shown since it opened, in order. */
async function headingsSeen(page: Page): Promise<string[]> {
  const seen = await page.locator('html').getAttribute('data-headings')
  return (seen ?? '').split('|').filter(Boolean)
}

test.describe('a short link', () => {
  test.beforeEach(async ({ page, rainbond }) => {
    await rainbond.fail({ fault: 'slow', latencyMs: 700 })
    await page.addInitScript(() => {
      const seen = new Set<string>()
      new MutationObserver(() => {
        for (const heading of document.querySelectorAll('h1')) seen.add(heading.textContent)
        document.documentElement.dataset['headings'] = [...seen].join('|')
      }).observe(document, { childList: true, subtree: true, characterData: true })
    })
  })

  const links = [
    { path: `/teams/${team}`, heading: 'Choose a cluster', leadsTo: `/teams/${team}/regions` },
    { path: `/teams/${team}/`, heading: 'Choose a cluster', leadsTo: `/teams/${team}/regions` },
    { path: regionPath, heading: 'Choose an app', leadsTo: `${regionPath}/apps` },
    { path: appPath, heading: 'Choose a component', leadsTo: `${appPath}/services` },
    { path: `${appPath}/`, heading: 'Choose a component', leadsTo: `${appPath}/services` },
  ]
  for (const { path, heading, leadsTo } of links) {
    test(`${path} opens its list, and never says that it is not found`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
      await expect(page).toHaveURL(leadsTo)
      expect(await headingsSeen(page)).toEqual([heading])
    })
  }

  for (const end of ['', '/']) {
    test(`of a component that ends with “${service}${end}” shows the skeleton, then its ports`, async ({
      page,
      rainbond,
    }) => {
      // Otherwise the ports may be there before anything has been painted.
      await rainbond.fail({ fault: 'slow', path: '**/services/*/ports', latencyMs: 4000 })
      // The page ends with the last answer that it comes with.
      await page.goto(`${appPath}/services/${service}${end}`, { waitUntil: 'commit' })
      await expect(page.locator('[class*="bone"]').first()).toBeVisible()
      await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
      await expect(page).toHaveURL(portsPath('web'))
      expect(await headingsSeen(page)).not.toContain('Page not found')
    })
  }
})

test.describe('names with slashes, percent signs and backslashes', () => {
  // The gateway refuses such names, and links are resolved by name first.
  test.use({ provokesFailures: true })
  const odd = 'a/b%2Fc\\d%'

  test('work from the lists, from the address bar and with Back', async ({ page, rainbond }) => {
    const teams = seed.teams.map((each) => (each.tenant_name === team ? { ...each, tenant_name: odd } : each))
    await rainbond.start({ ...seed, teams })
    const path = `/teams/${encodeURIComponent(odd)}/regions`
    await page.goto('/teams')
    await page.getByRole('link', { name: /Online shop/ }).click()
    await expect(page).toHaveURL(path)
    await expect(page.getByRole('combobox', { name: 'Team', exact: true })).toHaveValue('Online shop')
    await page.getByRole('link', { name: /East/ }).click()
    await expect(page).toHaveURL(`${path}/${region}/apps`)
    await page.reload()
    await expect(page.getByRole('link', { name: /Storefront/ })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(path)
    await expect(page.getByRole('link', { name: /East/ })).toBeVisible()
  })

  test('are repeated unchanged if they are unknown', async ({ page }) => {
    await page.goto(`/teams/${encodeURIComponent(odd)}`)
    await expect(page.getByRole('alert').filter({ hasText: `“${odd}”` })).toBeVisible()
  })
})

for (const path of [
  '/teams/shop/regions.',
  '/teams//shop',
  '//teams/shop',
  '/session',
  '/openapi/v1/teams',
]) {
  test(`${path} in the address bar gets Portdeck’s page instead of JSON`, async ({ page, gatewayUrl }) => {
    await page.goto(gatewayUrl + path)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await page.getByRole('link', { name: 'Choose a team', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Choose a team' })).toBeVisible()
  })
}

test.describe('the filter', () => {
  test('applies every letter at once, and updates the link when typing pauses', async ({ page }) => {
    await page.goto(portsPath('web'))
    await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
    await page.evaluate(() => {
      const replace = history.replaceState.bind(history)
      let replaced = 0
      history.replaceState = (...args) => {
        replaced += 1
        document.documentElement.dataset['replaced'] = String(replaced)
        replace(...args)
      }
    })
    const filter = page.getByRole('textbox', { name: 'Filter ports' })
    await filter.pressSequentially('web_metrics', { delay: 20 })
    await expect(filter).toHaveValue('web_metrics')
    await expect(page.getByRole('row')).toHaveCount(2)
    await expect(page).toHaveURL(`${portsPath('web')}?filter=web_metrics`)
    // Eleven letters update it once, or twice on a slow machine.
    const replaced = await page.locator('html').getAttribute('data-replaced')
    expect(Number(replaced)).toBeLessThan(5)
  })

  test('is in the address as soon as the address bar has the focus', async ({ page }) => {
    await page.goto(portsPath('web'))
    const filter = page.getByRole('textbox', { name: 'Filter ports' })
    await filter.fill('outer')
    const search = await page.evaluate(() => {
      window.dispatchEvent(new Event('blur'))
      return location.search
    })
    expect(search).toBe('?filter=outer')
  })

  test('is there again after Back, and the previous page has none', async ({ page }) => {
    await page.goto(`${appPath}/services`)
    await page
      .getByRole('link', { name: /^web\b/ })
      .first()
      .click()
    await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
    const filter = page.getByRole('textbox', { name: 'Filter ports' })
    await filter.fill('100%')
    await expect(page.getByText('No port matches “100%”')).toBeVisible()
    await expect(page).toHaveURL(`${portsPath('web')}?filter=100%25`)
    await page.goBack()
    await expect(page).toHaveURL(`${appPath}/services`)
    await page.goForward()
    await expect(filter).toHaveValue('100%')
  })

  test('keeps percent signs and encoded-looking text after a reload', async ({ page }) => {
    await page.goto(`${portsPath('web')}?filter=%252F`)
    await expect(page.getByRole('textbox', { name: 'Filter ports' })).toHaveValue('%2F')
  })

  test('sends no requests', async ({ page }) => {
    await page.goto(portsPath('web'))
    await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
    const calls = listen(page)
    await page.getByRole('textbox', { name: 'Filter ports' }).fill('outer')
    await expect(page).toHaveURL(/filter=outer/)
    expect(calls.sent()).toEqual([])
  })
})
