import type { Locator, Page } from '@playwright/test'
import type { FaultRule } from '../../emulator/faults/rules'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { untilFetched } from '../support/parts'
import { expectSettled, openPorts, rowsOf, signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens, worldWithout } from '../support/world'

test.use({ provokesFailures: true })

const languages = ['en', 'zh'] as const
const pages = {
  en: {
    locale: 'en-US',
    inner: 'Internal access, port 8081',
    refused: 'Not opened.',
    tryAgain: 'Try again',
    unread: 'The ports couldn’t be read',
    stopWaiting: 'Stop waiting',
    slow: /Still waiting for Rainbond/,
    givenUp: /You stopped waiting/,
  },
  zh: {
    locale: 'zh-CN',
    inner: /^对内服务.*8081$/,
    refused: '未',
    tryAgain: '重试',
    unread: /无法读取|未能读取/,
    stopWaiting: '停止等待',
    slow: /仍在等待/,
    givenUp: /停止等待/,
  },
} as const

interface Failure {
  name: string
  rule: Omit<FaultRule, 'method' | 'path'>
  en: RegExp
  zh: RegExp
}

const ofBoth: Failure[] = [
  { name: 'a page of HTML', rule: { fault: 'html' }, en: /A web page came back instead/, zh: /收到的是网页/ },
  {
    name: 'a broken connection',
    rule: { fault: 'connection-reset' },
    en: /was cut off/,
    zh: /响应中途中断/,
  },
  { name: 'a crash', rule: { fault: 'crash' }, en: /had an internal error/, zh: /Rainbond 发生内部错误/ },
  { name: 'a licence that ran out', rule: { fault: 'licence' }, en: /licence is missing/, zh: /授权.*过期/ },
]

const ofChanges: Failure[] = [
  ...ofBoth,
  {
    name: 'a cluster that is down',
    rule: { fault: 'cluster-unreachable' },
    en: /The cluster behind Rainbond failed.*Rainbond says:/s,
    zh: /集群发生错误.*Rainbond 返回：/s,
  },
]

const ofReads: Failure[] = [
  ...ofBoth,
  { name: 'half an answer', rule: { fault: 'cut-json' }, en: /was cut off/, zh: /响应中途中断/ },
  {
    name: 'an answer that does not fit',
    rule: { fault: 'wrong-shape' },
    en: /The field .*container_port/,
    zh: /字段 .*container_port/,
  },
]

const inner = (page: Page, language: 'en' | 'zh'): Locator =>
  page.getByRole('switch', { name: pages[language].inner, exact: true })

for (const language of languages) {
  const said = pages[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: said.locale })

    test('a failed read is explained, and repeated on demand', async ({ page, rainbond }) => {
      const note = page.getByRole('alert')
      for (const { name, rule, [language]: words } of ofReads) {
        await test.step(name, async () => {
          // A repeat by itself may remove the button before the click. In that case, start over.
          await expect(async () => {
            await rainbond.fail({ ...rule, method: 'GET', path: '**/services/*/ports' })
            await page.goto(portsPath('web'))
            await expect(note).toContainText(words)

            await rainbond.fail()
            await note.getByRole('button', { name: said.tryAgain }).click({ timeout: 2000 })
          }).toPass()
          await expect(inner(page, language)).toBeVisible()
          await expect(note).toBeHidden()
        })
      }
    })

    test('a failed change is explained, and succeeds on the next try', async ({ page, rainbond }) => {
      await page.goto(portsPath('web'))
      let open = false
      for (const { name, rule, [language]: words } of ofChanges) {
        await test.step(name, async () => {
          await rainbond.fail({ ...rule, method: 'PUT' })
          await inner(page, language).click()
          await expect(inner(page, language)).toHaveAccessibleDescription(words)
          await expectSettled(inner(page, language), open)
          await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

          await rainbond.fail()
          await page.getByRole('button', { name: said.tryAgain, exact: true }).click()
          open = !open
          await expectSettled(inner(page, language), open)
          await expect(inner(page, language)).toHaveAccessibleDescription('')
          expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: open })
        })
      }
    })

    test('a page without an answer says so after a second, and can stop waiting', async ({
      page,
      rainbond,
    }) => {
      await rainbond.fail({ fault: 'timeout', method: 'GET', path: '**/services/*/ports' })
      await page.goto(portsPath('web'))
      await expect(page.getByText(said.slow)).toBeVisible()
      await page.getByRole('button', { name: said.stopWaiting }).click()
      await expect(page.getByRole('alert')).toContainText(said.givenUp)

      await rainbond.fail()
      await page.getByRole('alert').getByRole('button', { name: said.tryAgain }).click()
      await expect(inner(page, language)).toBeVisible()
    })

    test('a slow change says so, can be left, and is read back', async ({ page, rainbond }) => {
      await page.goto(portsPath('web'))
      await rainbond.fail({ fault: 'timeout', method: 'PUT', count: 1 })
      await inner(page, language).click()
      await expect(page.getByText(said.slow)).toBeVisible()
      await page.getByRole('button', { name: said.stopWaiting }).click()
      await expect(inner(page, language)).toHaveAccessibleDescription(said.givenUp)
      await expectSettled(inner(page, language), false)
    })

    test.describe('fetched ahead', () => {
      test.use({ fetchesAhead: true })

      test('a lost network is reported, and nothing else is lost', async ({ page, rainbond, context }) => {
        await page.goto(portsPath('web'))
        await expect(inner(page, language)).toBeVisible()
        await untilFetched(page, ['NoticeStack'])
        await context.setOffline(true)
        await inner(page, language).click()
        await expect(inner(page, language)).toHaveAccessibleDescription(
          language === 'en' ? /Can’t connect to Portdeck/ : /无法连接 Portdeck/,
        )
        await context.setOffline(false)
        await page
          .getByRole('status')
          .getByText(/Portdeck/)
          .first()
          .waitFor()
        await page.getByRole('button', { name: said.tryAgain, exact: true }).first().click()
        await expectSettled(inner(page, language), true)
        expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
      })
    })
  })
}

test('"too frequent" visibly waits and sends the request again', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  // One refusal is waited for so shortly that a slow machine may not see it.
  await rainbond.fail({ fault: 'cluster-too-frequent', method: 'PUT', count: 3 })
  await switchOf(page, 'Internal', 8081).click()
  await expect(page.getByText(/Too many changes at once. Retrying/)).toBeVisible()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  expect(calls.writes()).toEqual(Array<string>(4).fill('PUT port 8081 open_inner'))
})

test('a slow refresh says so, and keeps the data when it is left', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const rows = await rowsOf(page).count()
  await rainbond.fail({ fault: 'slow', method: 'GET', path: '**/services/*/ports', latencyMs: 20_000 })
  const refresh = page.getByRole('button', { name: 'Refresh', exact: true })
  await refresh.click()
  await expect(page.getByText(/Still waiting for Rainbond/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(refresh).not.toHaveAttribute('aria-busy', 'true')
  await expect(rowsOf(page)).toHaveCount(rows)
})

test('a slow step can be left, and the plan continues from the current state', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'timeout', method: 'PUT', count: 1 })
  await switchOf(page, 'External', 8081).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Open external access' }).click()
  await dialog.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(dialog).toContainText('You stopped waiting')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expectSettled(switchOf(page, 'External', 8081), true)
})

test.describe('while an alias is typed', () => {
  const alias = (page: Page) => page.getByRole('textbox', { name: 'Alias, port 8081' })

  test('a failed save keeps the text', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    for (const [index, { name, rule, en }] of ofChanges.entries()) {
      await test.step(name, async () => {
        const typed = `WEB_TYPED_${index}`
        await page.getByRole('button', { name: 'Edit alias, port 8081' }).click()
        await alias(page).fill(typed)
        await rainbond.fail({ ...rule, method: 'PUT', count: 1 })
        await alias(page).press('Enter')
        await expect(alias(page)).toHaveAccessibleDescription(en)
        await expect(alias(page)).toHaveValue(typed)
        await alias(page).press('Enter')
        await expect(alias(page)).toBeHidden()
        expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: typed })
      })
    }
  })

  test('an expired session keeps the text through the next sign-in', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await page.getByRole('button', { name: 'Edit alias, port 8081' }).click()
    await alias(page).fill('WEB_TYPED')
    await rainbond.fail({ fault: 'unauthenticated', method: 'PUT', count: 1 })
    await alias(page).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
    await expect(dialog).toBeVisible()
    await signIn(page, tokens.ada)
    await expect(dialog).toBeHidden()
    await expect(alias(page)).toHaveValue('WEB_TYPED')
    await alias(page).press('Enter')
    await expect(alias(page)).toBeHidden()
    expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_TYPED' })
  })
})

test('a missing port is reported, and leaves the grid', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.remove('web', 8081)
  await switchOf(page, 'Internal', 8081).click()
  await expect(page.getByRole('status').filter({ hasText: 'Port 8081' })).toContainText(
    'Not found. It may have been deleted',
  )
  await expect(switchOf(page, 'Internal', 8081)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Try again', exact: true })).toBeHidden()
})

test('a missing component is reported above its last data', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.start(worldWithout('web'))
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(
    'Not found. The component may have been deleted or moved.',
  )
  await expect(switchOf(page, 'Internal', 8080)).toBeChecked()
})
