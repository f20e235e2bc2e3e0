import { expect, test } from '../support/fixtures'
import { switchOf } from '../support/ports-page'
import { locate, portsPath } from '../support/world'

test('a link with ids is replaced by its readable form, and keeps filter and sort', async ({ page }) => {
  const { teamId, region, app, serviceId } = locate('web')
  await page.goto(
    `/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports?filter=808&sort=-port`,
  )
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await expect(page).toHaveURL(`${portsPath('web')}?filter=808&sort=-port`)
})

test('ids and names may be mixed', async ({ page }) => {
  const { teamId, region, app, service } = locate('web')
  await page.goto(`/teams/${teamId}/regions/${region}/apps/${app}/services/${service}/ports`)
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await expect(page).toHaveURL(portsPath('web'))
})

test('every level has a link', async ({ page }) => {
  const levels = {
    '/teams': 'Choose a team',
    '/teams/shop/regions': 'Choose a cluster',
    '/teams/shop/regions/east/apps': 'Choose an app',
    '/teams/shop/regions/east/apps/1/services': 'Choose a component',
  }
  for (const [path, heading] of Object.entries(levels)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await expect(page).toHaveURL(path)
  }
})

test('every page has a title of its own', async ({ page }) => {
  await page.goto(portsPath('web'))
  await expect(page).toHaveTitle('web · Ports · Portdeck')
  await page.goto('/teams')
  await expect(page).toHaveTitle('Choose a team · Portdeck')
})

test('an unknown address says so', async ({ page }) => {
  await page.goto('/nowhere/at/all')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await page.getByRole('link', { name: 'Choose a team', exact: true }).click()
  await expect(page).toHaveURL('/teams')
})

test.describe('with names that only the lists know', () => {
  // Requests with these names fail at first, while the lists load.
  test.use({ provokesFailures: true })

  test('a link with display names works too', async ({ page }) => {
    await page.goto('/teams/Online%20shop/regions/East/apps/Storefront/services/web/ports')
    await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
    await expect(page).toHaveURL(portsPath('web'))
  })
})

test.describe('that lead nowhere', () => {
  test.use({ provokesFailures: true })

  const { region, app, service } = locate('web')
  const links = [
    {
      what: 'a team',
      path: `/teams/nobody/regions/${region}/apps`,
      says: /team “nobody”/,
      out: 'Choose another team',
    },
    {
      what: 'a cluster',
      path: '/teams/shop/regions/moon/apps',
      says: /cluster “moon”/,
      out: 'Choose another cluster',
    },
    {
      what: 'a cluster in maintenance',
      path: '/teams/shop/regions/south/apps',
      says: /“South” is under maintenance/,
      out: 'Choose another cluster',
    },
    {
      what: 'an app',
      path: `/teams/shop/regions/${region}/apps/999/services`,
      says: /app “999”/,
      out: 'Choose another app',
    },
    {
      what: 'a component',
      path: `/teams/shop/regions/${region}/apps/${app}/services/grnobody/ports`,
      says: /no component “grnobody”/,
      out: 'Choose another component',
    },
    {
      what: 'a component of another app',
      path: `/teams/shop/regions/${region}/apps/${app + 1}/services/${service}/ports`,
      says: /not in this app/,
      out: 'Choose another component',
    },
  ]
  for (const { what, path, says, out } of links) {
    test(`${what} that does not exist: the page says so and offers a way out`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
      await expect(page.getByRole('combobox', { name: 'Team', exact: true })).toBeVisible()
      await page.getByRole('link', { name: out }).click()
      await expect(page.getByRole('alert')).toBeHidden()
    })
  }
})
