import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens } from '../support/world'

/** The list entry with a name. */
const choice = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

test('team, cluster, app and component are chosen page by page, and Back returns the same way', async ({
  page,
}) => {
  await page.goto('/teams')
  await choice(page, 'Online shop').click()
  await expect(page).toHaveURL('/teams/shop/regions')
  await choice(page, 'East').click()
  await expect(page).toHaveURL('/teams/shop/regions/east/apps')
  await choice(page, 'Storefront').click()
  await expect(page).toHaveURL(/\/apps\/\d+\/services$/)
  await choice(page, 'web').click()
  await expect(page).toHaveURL(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()

  for (const heading of ['Choose a component', 'Choose an app', 'Choose a cluster', 'Choose a team']) {
    await page.goBack()
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  }
})

test('every list can be searched, and Enter opens the best match', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps')
  await expect(page.getByText(/^\d apps$/)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search apps' }).fill('back')
  await expect(choice(page, 'Back office')).toBeVisible()
  await expect(choice(page, 'Storefront')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(portsPath('console'))

  await page.goto('/teams/shop/regions/east/apps')
  await page.getByRole('searchbox', { name: 'Search apps' }).fill('no such app')
  await expect(page.getByText('No results for “no such app”')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(choice(page, 'Storefront')).toBeVisible()
})

test('Back keeps the search of a list, and a reload too', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps')
  const search = page.getByRole('searchbox', { name: 'Search apps' })
  await search.fill('store')
  await expect(choice(page, 'Back office')).toBeHidden()
  await choice(page, 'Storefront').click()
  await expect(page).toHaveURL(/\/apps\/\d+\/services$/)
  await page.goBack()
  await expect(page).toHaveURL('/teams/shop/regions/east/apps?q=store')
  await expect(search).toHaveValue('store')
  await expect(choice(page, 'Back office')).toBeHidden()
  await page.reload()
  await expect(search).toHaveValue('store')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/teams/shop/regions/east/apps')
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('')
})

test(
  'after a visit, the components say what is open at the gateway, without a request',
  { tag: '@any-browser' },
  async ({ page }) => {
    const calls = listen(page)
    await page.goto(portsPath('web').replace(/\/[^/]+\/ports$/, ''))
    await choice(page, 'orders-db').click()
    await expect(switchOf(page, 'Internal', 3306)).toBeVisible()
    calls.forget()
    await page.goBack()
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'web', exact: true }) })
    await expect(row).toContainText('2 open at the gateway')
    await expect(row).toContainText('https://www.shop.test')
    expect(calls.sent()).toEqual([])
  },
)

test('a component’s status and source help to choose it', { tag: '@any-browser' }, async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps/1/services')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'web', exact: true }) })
  await expect(row).toContainText('running')
  await expect(row).toContainText('image')
})

test(
  'a cluster in maintenance is shown and marked, and cannot be opened',
  { tag: '@any-browser' },
  async ({ page }) => {
    await page.goto('/teams/shop/regions')
    const south = choice(page, 'South')
    await expect(south).toBeDisabled()
    await expect(south).toHaveAccessibleDescription(/Under maintenance/)
    await south.click({ force: true })
    await expect(page).toHaveURL('/teams/shop/regions')
  },
)

test('an app without components says so', { tag: '@any-browser' }, async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps')
  await choice(page, 'Lab').click()
  await expect(page.getByText('No components in this app yet')).toBeVisible()
})

test('the only choice is made automatically, and Back works', async ({ page }) => {
  await page.goto('/teams')
  await choice(page, 'Solo').click()
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await expect(page).toHaveURL(portsPath('only-one'))

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Choose a team' })).toBeVisible()
  await expect(page).toHaveURL('/teams')
})

test('the last component is remembered', async ({ page }) => {
  await page.goto(portsPath('orders-db'))
  await expect(switchOf(page, 'Internal', 3306)).toBeVisible()
  // Whose it is to be is known with the session, which the ports don't wait for.
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Online shop')
  await page.goto('/')
  await expect(page).toHaveURL(portsPath('orders-db'))
  await expect(switchOf(page, 'Internal', 3306)).toBeVisible()
})

test.describe('signed out', () => {
  // A refused team appears in the browser's log.
  test.use({ signedIn: false, provokesFailures: true })

  test('lists more teams than fit on one page of the API', { tag: '@any-browser' }, async ({ page }) => {
    await page.goto('/')
    await signIn(page, tokens.cy)
    await expect(page.getByText('103 teams')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search teams' }).fill('crowd-103')
    await expect(choice(page, 'Crowd 103')).toBeVisible()
  })

  test('a person with one team, cluster, app and component sees its ports at once', async ({ page }) => {
    await page.goto('/')
    await signIn(page, tokens.bo)
    await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
    await expect(page).toHaveURL(portsPath('only-one'))
  })

  test('other people’s teams are not accessible', { tag: '@any-browser' }, async ({ page }) => {
    await page.goto(portsPath('web'))
    await signIn(page, tokens.bo)
    await expect(page.getByText(/access to the team “shop”|no team “shop”/)).toBeVisible()
    await expect(page.getByRole('grid')).toBeHidden()
  })
})
