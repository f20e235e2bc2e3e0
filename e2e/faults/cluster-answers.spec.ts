import type { Locator, Page } from '@playwright/test'
import type { FaultName } from '../../emulator/faults/definitions'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portsPath, seed } from '../support/world'

test.use({ provokesFailures: true })

const switches = { en: 'Internal access, port 8081', zh: /^对内服务.*8081$/ } as const
const unread = { en: 'The ports couldn’t be read', zh: /无法读取|未能读取/ } as const

interface Answer {
  fault: FaultName
  en: RegExp
  zh: RegExp
  /** Rainbond's own words, if they are meant for people. */
  said?: string
}

const failure = {
  en: /cluster behind Rainbond failed, so the change didn’t take effect/,
  zh: /集群发生错误，变更未生效。/,
}
const answers: Answer[] = [
  { fault: 'cluster-timeout', ...failure, said: '数据中心操作故障' },
  { fault: 'cluster-no-answer', ...failure, said: '访问数据中心异常' },
  { fault: 'cluster-empty-body', ...failure, said: '集群请求网络异常' },
  { fault: 'cluster-own-code', ...failure },
  {
    fault: 'cluster-conflict',
    en: /cluster behind Rainbond refused this.*it was not done/,
    zh: /集群拒绝了此操作，操作未执行/,
    said: 'the component is being upgraded',
  },
  {
    fault: 'duplicate-permission',
    en: /has recorded your administrator permission twice.*delete one of your two rows.*enterprise_user_perm/,
    zh: /重复记录了你的企业管理员权限.*enterprise_user_perm.*删除一条/,
  },
]

/** Internal details that a person must not see. */
const inside = new RegExp(
  [
    ...seed.regions.map(({ url }) => new URL(url).host.replaceAll('.', '\\.')),
    ...['/v2/tenants', 'apitype', 'httpcode', 'MaxRetryError', 'HTTPSConnectionPool', 'Traceback'],
  ].join('|'),
)

async function expectNothingOfTheInside(page: Page) {
  await expect(page.locator('body')).not.toContainText(inside)
  const hidden = await page
    .locator('[title], [aria-label], [data-copy]')
    .evaluateAll((all) =>
      all.flatMap((element) => element.getAttributeNames().map((name) => element.getAttribute(name) ?? '')),
    )
  expect(hidden.filter((text) => inside.test(text))).toEqual([])
}

for (const language of ['en', 'zh'] as const) {
  const inner = (page: Page): Locator => page.getByRole('switch', { name: switches[language], exact: true })

  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'en' ? 'en-US' : 'zh-CN' })

    for (const { fault, said, [language]: words } of answers) {
      test(`${fault}: a change explains what happened and what to do, without internal details`, async ({
        page,
        rainbond,
      }) => {
        const calls = listen(page)
        await page.goto(portsPath('web'))
        await rainbond.fail({ fault, method: 'PUT' })
        await expect(inner(page)).toBeVisible()
        calls.forget()
        await inner(page).click()
        await expect(inner(page)).toHaveAccessibleDescription(words)
        await expectSettled(inner(page), false)
        const notice = page.getByRole('status').filter({ hasText: words })
        await expect(notice).toBeVisible()
        if (said !== undefined) await expect(notice).toContainText(said)
        await expectNothingOfTheInside(page)
        // One write, followed by a read.
        expect(calls.writes()).toEqual(['PUT port 8081 open_inner'])
        expect(calls.sent().lastIndexOf('GET ports')).toBeGreaterThan(0)
      })
    }

    test('a duplicate permission is explained where ports cannot be read, and they appear once it is fixed', async ({
      page,
      rainbond,
    }) => {
      const { [language]: words } = answers[5] ?? { en: /./, zh: /./ }
      await rainbond.fail({ fault: 'duplicate-permission' })
      await page.goto(portsPath('web'))
      const note = page.getByRole('alert')
      await expect(note).toContainText(unread[language])
      await expect(note).toContainText(words)
      await expectNothingOfTheInside(page)
      await rainbond.fail()
      await note.getByRole('button').click()
      await expect(inner(page)).toBeVisible()
    })
  })
}

test('a refusal of the cluster is not reported as a duplicate, neither for a switch nor for a new port', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'cluster-conflict' })
  await switchOf(page, 'Internal', 8081).click()
  await expect(switchOf(page, 'Internal', 8081)).toHaveAccessibleDescription(/being upgraded/)
  await expect(page.locator('body')).not.toContainText('taken')

  await page.getByRole('main').getByRole('button', { name: 'Add port', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Add a port to / })
  await dialog.getByRole('textbox', { name: 'Port', exact: true }).fill('8090')
  await dialog.getByRole('button', { name: 'Add port', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('the component is being upgraded')
  await expect(dialog).not.toContainText('taken')
})
