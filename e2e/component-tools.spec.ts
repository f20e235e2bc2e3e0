import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { planOf } from './plan-dialog'
import { expectSettled, openPorts, switchOf } from './ports-page'
import { placeOf, portsPath } from './world'

const filterOf = (page: Page) => page.getByRole('textbox', { name: 'Filter ports' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const selection = (page: Page) => page.evaluate(() => window.getSelection()?.toString())

/** Pastes what is on the clipboard into the filter, for the page itself may not read it. */
async function pasted(page: Page): Promise<string> {
  const filter = filterOf(page)
  await filter.fill('')
  await filter.press('Control+V')
  const text = await filter.inputValue()
  await filter.fill('')
  return text
}

async function openVariables(page: Page, port: number) {
  await button(page, `Actions, port ${port}`).click()
  await page.getByRole('menuitem', { name: 'Connection variables', exact: true }).click()
  return page.getByRole('dialog', { name: `Connection variables of port ${port}` })
}

test.use({ permissions: ['clipboard-write'] })

test.describe('addresses', () => {
  test('an address is copied from its row, and the page says so', async ({ page }) => {
    await openPorts(page, 'web')
    await button(page, 'Copy address https://www.shop.test').click()
    await expect(page.getByText('Copied: https://www.shop.test')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /^Copied: / })).toHaveCount(1)
    expect(await pasted(page)).toBe('https://www.shop.test')
  })

  test('where inner alone is open, the address for the team is', async ({ page }) => {
    await openPorts(page, 'web')
    await button(page, 'Copy address web:8080').click()
    await expect(page.getByText('Copied: web:8080')).toBeVisible()
    expect(await pasted(page)).toBe('web:8080')
  })

  test('all open addresses of a port are listed beside it, each to be copied', async ({ page }) => {
    await openPorts(page, 'web')
    const more = button(page, '+2 more addresses, port 80')
    await more.click()
    const list = page.getByRole('dialog', { name: 'Addresses of port 80' })
    await expect(list.getByRole('listitem')).toHaveText([
      /^https:\/\/www\.shop\.test.*custom domain/,
      /^http:\/\/.*-80-shop\.east\.apps\.test/,
      /^web:80/,
    ])
    await list.getByRole('button', { name: 'Copy address web:80', exact: true }).click()
    await expect(list.getByText('Copied', { exact: true })).toBeVisible()

    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(more).toBeFocused()
    expect(await pasted(page)).toBe('web:80')
  })

  test('a TCP address is the cluster’s host with the port that Rainbond assigned', async ({ page }) => {
    await openPorts(page, 'web')
    await expect(page.getByRole('button', { name: /^Copy address 192\.0\.2\.10:\d+$/ })).toBeVisible()
  })

  test('a closed address is offered nowhere', async ({ page, rainbond }) => {
    await rainbond.change('web', 80, { action: 'close_outer' })
    await openPorts(page, 'web')
    await expect(button(page, 'Copy address web:80')).toBeVisible()
    await expect(page.getByText('www.shop.test')).toBeHidden()
    await expect(page.getByRole('button', { name: /more address.*port 80$/ })).toBeHidden()
  })

  for (const [case_, clipboard] of [
    ['does not exist, as over plain http', 'undefined'],
    ['refuses', '({ writeText: () => Promise.reject(new Error("denied")) })'],
  ] as const) {
    test(`where the clipboard ${case_}, the text is selected and the page says so`, async ({ page }) => {
      await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: ${clipboard} })`)
      await openPorts(page, 'web')
      await button(page, 'Copy address https://www.shop.test').click()
      await expect(page.getByText(/The text is selected/)).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: 'The text is selected' })).toHaveCount(1)
      await expect.poll(() => selection(page)).toBe('https://www.shop.test')
      await page.keyboard.press('Control+C')
      expect(await pasted(page)).toBe('https://www.shop.test')

      const variables = await openVariables(page, 8080)
      await variables.getByRole('button', { name: 'Copy value of WEB_ADMIN_HOST', exact: true }).click()
      await expect(variables.getByText(/The text is selected/)).toBeVisible()
      await expect.poll(() => selection(page)).toBe('web')
      await variables.getByRole('button', { name: 'Copy as .env', exact: true }).click()
      await expect.poll(() => selection(page)).toBe('WEB_ADMIN_HOST=web\nWEB_ADMIN_PORT=8080')
      await page.keyboard.press('Escape')

      await switchOf(page, 'Inner', 80).click()
      const { dialog } = planOf(page)
      await dialog.getByRole('button', { name: /^Copy as curl, step 2/ }).click()
      await expect(dialog.getByText(/The text is selected/)).toBeVisible()
      await expect.poll(() => selection(page)).toContain(`-d '{"action":"close_inner"}'`)
    })
  }
})

test.describe('connection variables', () => {
  test('name and value of each are shown and copied, and both as .env', async ({ page }) => {
    await openPorts(page, 'web')
    const variables = await openVariables(page, 80)
    await expect(variables.getByRole('row')).toHaveText([/Name.*Value/, /WEB_HOST.*web/, /WEB_PORT.*80/])
    await expect(variables.getByText(/Derived from alias/)).toBeVisible()
    await expect(variables.getByText(/built-in mesh/)).toBeHidden()

    await variables.getByRole('button', { name: 'Copy value of WEB_HOST', exact: true }).click()
    await expect(variables.getByText('Copied', { exact: true })).toBeVisible()
    await variables.getByRole('button', { name: 'Copy as .env', exact: true }).click()
    await expect(variables.getByText('Copied', { exact: true })).toHaveCount(2)
    await page.keyboard.press('Escape')
    await expect(button(page, 'Actions, port 80')).toBeFocused()
    // A field of one line takes line ends for spaces.
    expect((await pasted(page)).trim().split(/\s+/)).toEqual(['WEB_HOST=web', 'WEB_PORT=80'])
  })

  test('in a meshed app the host is the sidecar’s, and what it may be instead is said', async ({ page }) => {
    await openPorts(page, 'busy-bee')
    const variables = await openVariables(page, 8080)
    await expect(variables.getByRole('row', { name: /BEE_HOST/ })).toContainText('127.0.0.1')
    await expect(variables.getByText(/BEE_HOST may still be bee/)).toBeVisible()
  })

  test('a port whose inner is closed has none, and says so', async ({ page }) => {
    await openPorts(page, 'web')
    const variables = await openVariables(page, 8081)
    await expect(variables.getByText('There are none while inner is closed.')).toBeVisible()
    await expect(variables.getByRole('table')).toBeHidden()
  })
})

test.describe('operation log', () => {
  const open = async (page: Page) => {
    await button(page, 'Operation log').click()
    return page.getByRole('dialog', { name: /^Operation log of/ })
  }

  test('it says what was done, by whom, when and how it ended, newest first and page by page', async ({
    page,
  }) => {
    await openPorts(page, 'busy-bee')
    const log = await open(page)
    const entries = log.getByRole('listitem')
    await expect(entries).toHaveCount(20)
    await expect(log.getByText('Page 1 of 3')).toBeVisible()
    // The known ones in words, the others as they are.
    await expect(entries.filter({ hasText: 'Port changed' }).first()).toContainText(/20\d\d.* · by (ada|bo)/)
    await expect(entries.filter({ hasText: 'deploy-service' }).first()).toBeVisible()
    await expect(entries.filter({ hasText: 'image pull failed' }).first()).toContainText('Failed')

    const times: number[] = []
    for (const pageNumber of [1, 2, 3]) {
      await expect(log.getByText(`Page ${pageNumber} of 3`)).toBeVisible()
      await expect(entries.first()).toBeVisible()
      const shown = await log
        .locator('time')
        .evaluateAll((all) => all.map((time) => time.getAttribute('dateTime')))
      times.push(...shown.map((time) => Date.parse(time ?? '')))
      if (pageNumber < 3) await log.getByRole('button', { name: 'Older', exact: true }).click()
    }
    expect(times).toHaveLength(42)
    expect(times).toEqual([...times].sort((a, b) => b - a))

    await log.getByRole('button', { name: 'Newer', exact: true }).click()
    await expect(log.getByText('Page 2 of 3')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(log).toBeHidden()
    await expect(button(page, 'Operation log')).toBeFocused()
  })

  test('a change made here is its first entry afterwards', async ({ page }) => {
    await openPorts(page, 'web')
    await switchOf(page, 'Inner', 8081).click()
    await expectSettled(switchOf(page, 'Inner', 8081), true)
    const log = await open(page)
    await expect(log.getByRole('listitem').first()).toContainText(/Inner opened or closed.*by ada/)
    await log.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(log).toBeHidden()
  })

  test('an empty log says so, and why an unfinished component has none', async ({ page }) => {
    await page.goto(portsPath('silent'))
    const log = await open(page)
    await expect(log.getByText(/^Nothing has been done to this component yet/)).toBeVisible()

    await page.goto(portsPath('unborn'))
    await open(page)
    await expect(log.getByText(/keeps no log of it/)).toBeVisible()
  })

  test.describe('failing', () => {
    test.use({ provokesFailures: true })

    test('it says that it is being read, what went wrong, and is read again', async ({ page, rainbond }) => {
      await openPorts(page, 'web')
      await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET', path: '**/events', latencyMs: 500 })
      const log = await open(page)
      await expect(log.getByText('Reading the operation log…')).toBeVisible()
      await expect(log.getByRole('alert')).toContainText('The operation log could not be read')
      await expect(log.getByRole('alert')).toContainText('The cluster behind Rainbond failed')

      await rainbond.fail()
      await log.getByRole('button', { name: 'Try again', exact: true }).click()
      await expect(log.getByRole('listitem').first()).toBeVisible()
      await expect(log.getByRole('alert')).toBeHidden()

      await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET', path: '**/events' })
      await log.getByRole('button', { name: 'Refresh', exact: true }).click()
      await expect(log.getByText('The last reading failed. What you see is older.')).toBeVisible()
      await expect(log.getByRole('listitem').first()).toBeVisible()
    })

    test('where Rainbond has no such route, it says that', async ({ page, rainbond }) => {
      await openPorts(page, 'web')
      await rainbond.fail({ fault: 'missing-route', path: '**/events' })
      const log = await open(page)
      await expect(log.getByRole('alert')).toContainText('does not give the operation log')
    })
  })
})

test.describe('curl', () => {
  test('a step of a plan and the whole plan are copied as commands for the same calls', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    await switchOf(page, 'Inner', 80).click()
    const plan = planOf(page)
    const { teamId, region, app, serviceId } = placeOf('web')
    const path = `/openapi/v1/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports/80`

    await plan.dialog.getByRole('button', { name: 'Copy as curl, step 1: Close outer on port 80' }).click()
    await expect(plan.dialog.getByText('Copied', { exact: true })).toBeVisible()
    await plan.cancel.click()
    const step = await pasted(page)
    expect(step).toContain(`-X PUT ${rainbond.url}${path} `)
    expect(step).toContain('-H "Authorization: $RAINBOND_TOKEN"')
    expect(step).toContain(`-d '{"action":"close_outer"}'`)

    await switchOf(page, 'Inner', 80).click()
    await plan.dialog.getByRole('button', { name: 'Copy the whole plan as curl', exact: true }).click()
    await expect(plan.dialog.getByText('Copied', { exact: true })).toBeVisible()
    await plan.cancel.click()
    expect(await pasted(page)).toMatch(/close_outer.* && .*close_inner/)
  })
})

test.describe('component header', () => {
  test('it says name, status and source', async ({ page }) => {
    await openPorts(page, 'web')
    await expect(page.getByRole('heading', { level: 1, name: 'web', exact: true })).toBeVisible()
    await expect(page.getByText('Status: running')).toBeVisible()
    await expect(page.getByText('Source: image')).toBeVisible()
  })

  test.describe('while the cluster is down', () => {
    test.use({ provokesFailures: true })

    test('the status is not known, and the ports are there', async ({ page, rainbond }) => {
      await rainbond.fail(
        { fault: 'cluster-unreachable', method: 'GET', path: '**/services' },
        { fault: 'crash', path: '**/services/*' },
      )
      await openPorts(page, 'web')
      await expect(page.getByText('Status: not known, the cluster does not tell')).toBeVisible()
    })
  })

  test('a third-party component says what differs, also where outer is about to change', async ({ page }) => {
    await openPorts(page, 'pay-line')
    await expect(page.getByText('Source: third-party')).toBeVisible()
    await expect(page.getByText(/^A third-party component/)).toBeVisible()
    await switchOf(page, 'Outer', 8443).click()
    const plan = planOf(page)
    await expect(plan.dialog.getByText(/Rainbond asks the cluster for its endpoints/)).toBeVisible()
    await plan.cancel.click()
  })

  test('an unfinished component says where its changes stay', async ({ page }) => {
    await openPorts(page, 'draft')
    await expect(page.getByText(/^This component is not finished in Rainbond/)).toBeVisible()
    await switchOf(page, 'Outer', 8080).click()
    const plan = planOf(page)
    await expect(plan.dialog.getByText(/these changes stay in the console until it is built/)).toBeVisible()
    await expect(plan.dialog.getByText(/asks the cluster for its endpoints/)).toBeHidden()
    await plan.cancel.click()
  })
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN', provokesFailures: true })

  const dialogOf = (page: Page, name: RegExp) => page.getByRole('dialog', { name })

  test('addresses and connection variables are copied', async ({ page }) => {
    await page.goto(portsPath('web'))
    await button(page, '复制地址 https://www.shop.test').click()
    await expect(page.getByText('已复制：https://www.shop.test')).toBeVisible()

    await button(page, '+2 个地址，端口 80').click()
    const list = dialogOf(page, /端口 80 的访问地址/)
    await list.getByRole('button', { name: '复制地址 web:80', exact: true }).click()
    await expect(list.getByText('已复制', { exact: true })).toBeVisible()
    await expect(list.getByText('自定义域名')).toBeVisible()
    await page.keyboard.press('Escape')

    await button(page, '操作，端口 80').click()
    await page.getByRole('menuitem', { name: '连接信息', exact: true }).click()
    const variables = dialogOf(page, /端口 80 的连接信息/)
    await expect(variables.getByRole('row').first()).toHaveText(/变量名.*变量值/)
    await variables.getByRole('button', { name: '复制为 .env', exact: true }).click()
    await expect(variables.getByText('已复制', { exact: true })).toBeVisible()
  })

  test('without a clipboard the page says that the text is selected', async ({ page }) => {
    await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`)
    await page.goto(portsPath('web'))
    await button(page, '复制地址 web:8080').click()
    await expect(page.getByText(/文本已选中/)).toBeVisible()
    await expect.poll(() => selection(page)).toBe('web:8080')
  })

  test('the operation log speaks, and so do its failures', async ({ page, rainbond }) => {
    await page.goto(portsPath('busy-bee'))
    await button(page, '操作日志').click()
    const log = dialogOf(page, /busy-bee 的操作日志/)
    await expect(log.getByRole('listitem').filter({ hasText: '修改端口' }).first()).toContainText(
      /年.* · 操作人：/,
    )
    await expect(log.getByText('第 1 页，共 3 页')).toBeVisible()
    await log.getByRole('button', { name: '关闭', exact: true }).click()

    await rainbond.fail({ fault: 'missing-route', path: '**/events' })
    await page.goto(portsPath('web'))
    await button(page, '操作日志').click()
    await expect(page.getByRole('alert')).toContainText('没有向 Portdeck 提供操作日志')
  })

  test('a plan is copied as curl, and says what differs for its component', async ({ page }) => {
    await page.goto(portsPath('pay-line'))
    await expect(page.getByText('来源：第三方')).toBeVisible()
    await page.getByRole('switch', { name: '对外服务，端口 8443' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(/^第三方组件/)).toBeVisible()
    await dialog.getByRole('button', { name: '将整个计划复制为 curl', exact: true }).click()
    await expect(dialog.getByText('已复制', { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: '取消', exact: true }).click()
  })
})
