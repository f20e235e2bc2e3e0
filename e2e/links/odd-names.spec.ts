import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { locate, portsPath, seed } from '../support/world'

const turned = 'pay\u202Egpj'
const written = 'pay⟦U+202E⟧gpj'

test('direction control characters are written out wherever a name is shown', async ({ page, rainbond }) => {
  const { team, region, app, serviceId } = locate('web')
  await rainbond.start({
    ...seed,
    teams: seed.teams.map((each) =>
      each.tenant_name === team ? { ...each, tenant_alias: `team-${turned}` } : each,
    ),
    regions: seed.regions.map((each) =>
      each.region_name === region ? { ...each, region_alias: `cluster-${turned}` } : each,
    ),
    apps: seed.apps.map((each) =>
      each.ID === app ? { ...each, group_name: `app-${turned}`, note: `note-${turned}` } : each,
    ),
    services: seed.services.map((each) =>
      each.service_id === serviceId ? { ...each, service_cname: `component-${turned}` } : each,
    ),
    ports: seed.ports.map((each) =>
      each.service_id === serviceId && each.container_port === 8080
        ? { ...each, port_alias: `ALIAS_${turned}`, k8s_service_name: `domain-${turned}` }
        : each,
    ),
  })

  const lists = {
    '/teams': [`team-${written}`],
    [`/teams/${team}/regions`]: [`cluster-${written}`],
    [`/teams/${team}/regions/${region}/apps`]: [`app-${written}`, `note-${written}`],
    [`/teams/${team}/regions/${region}/apps/${app}/services`]: [`component-${written}`],
  }
  for (const [path, names] of Object.entries(lists)) {
    await page.goto(path)
    for (const name of names) await expect(page.getByRole('row').getByText(name)).toBeVisible()
  }

  await page.goto(portsPath('web'))
  await expect(page.getByRole('heading', { name: `component-${written}`, level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(`component-${written} · Ports · Portdeck`)
  for (const [level, name] of [
    ['Team', 'team'],
    ['Cluster', 'cluster'],
    ['App', 'app'],
    ['Component', 'component'],
  ]) {
    const picker = page.getByRole('combobox', { name: level ?? '', exact: true })
    await expect(picker).toHaveValue(`${name ?? ''}-${written}`)
  }
  await expect(page.getByText(`ALIAS_${written}`, { exact: true })).toBeVisible()
  await expect(page.getByText(`domain-${written}:8080`, { exact: true })).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain('\u202E')
})

test('a component without a name shows its alias wherever it is named', async ({ page, rainbond }) => {
  const { team, region, app, serviceId, service: alias } = locate('web')
  await rainbond.start({
    ...seed,
    services: seed.services.map((each) =>
      each.service_id === serviceId ? { ...each, service_cname: '' } : each,
    ),
  })

  await page.goto(`/teams/${team}/regions/${region}/apps/${app}/services`)
  await page.getByRole('link', { name: alias }).click()
  await expect(page.getByRole('heading', { name: alias, level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(alias))
  const picker = page.getByRole('combobox', { name: 'Component', exact: true })
  await expect(picker).toHaveValue(alias)

  await page.getByRole('button', { name: 'Operation log', exact: true }).click()
  await expect(page.getByRole('dialog', { name: alias })).toBeVisible()
  await page.keyboard.press('Escape')
  await addPortOf(page).open.click()
  await expect(page.getByRole('dialog', { name: alias })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Actions, port 8081', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
  await expect(page.getByRole('dialog').getByText(alias, { exact: true })).toBeVisible()
  await planOf(page).cancel.click()

  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await picker.fill('orders-db')
  await page.getByRole('option', { name: /orders-db/ }).click()
  await expect(page.getByRole('heading', { name: 'orders-db', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText(`${alias}:`)
})

test.describe('an unknown name', () => {
  test.use({ provokesFailures: true })

  test('is reported with its direction control characters written out', async ({ page }) => {
    await page.goto(`/teams/${encodeURIComponent(turned)}/regions`)
    await expect(page.getByRole('alert').filter({ hasText: `“${written}”` })).toBeVisible()
  })
})

test.describe('a wildcard domain', () => {
  const wildcard = 'https://*.acme.test'

  test.beforeEach(async ({ rainbond }) => {
    const { serviceId } = locate('web')
    const rules = seed.http_rules.flatMap((rule) => {
      if (rule.service_id !== serviceId || rule.domain_name !== 'www.shop.test') return [rule]
      const ID = seed.http_rules.length + 1
      return [{ ...rule, ID, http_rule_id: 'f'.repeat(32), domain_name: '*.acme.test' }, rule]
    })
    await rainbond.start({ ...seed, http_rules: rules })
  })

  test('is plain text, and the row shows an address that can be opened instead', async ({ page }) => {
    await openPorts(page, 'web')
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '80', exact: true }) })
    await expect(row.getByRole('link')).toHaveText('https://www.shop.test')
    await row.getByRole('button', { name: /more addresses, port 80/ }).click()
    const all = page.getByRole('dialog', { name: /port 80/ })
    await expect(all.getByText(wildcard, { exact: true })).toBeVisible()
    await expect(all.getByRole('link', { name: wildcard })).toHaveCount(0)
    await expect(all.getByRole('link', { name: 'https://www.shop.test' })).toBeVisible()
  })
})
