import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, editorOf, openPorts } from '../support/ports-page'
import { portsPath } from '../support/world'

// They wait for the response with the names that are taken.
test.use({ answersInPage: false })

const theirDomain = /^Another component of the team already has this internal domain\.$/

test('reports every invalid alias before anything is sent', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8080)
  await editAlias.click()
  for (const [typed, message] of [
    ['', /^Enter an alias/],
    ['web', /^Use capital letters/],
    ['8WEB', /^It must start with a capital letter/],
    ['WEB ADMIN', /^Only capital letters, digits/],
    ['WEB_METRICS', /^Another port of this component already has this alias/],
    ['W'.repeat(65), /^At most 64 characters/],
  ] as const) {
    await test.step(`alias “${typed}”`, async () => {
      await alias.fill(typed)
      await page.keyboard.press('Enter')
      await expect(alias).toHaveAccessibleDescription(message)
      await expect(alias).toHaveValue(typed)
      await expect(alias).toBeFocused()
    })
  }
  expect(calls.writes()).toEqual([])
})

test('reports every invalid internal domain before anything is sent', async ({ page }) => {
  const calls = listen(page)
  const names = page.waitForResponse(/apps_port/)
  await openPorts(page, 'web')
  await names
  const { editDomain, domain } = domainEditorOf(page)
  await editDomain.click()
  for (const [typed, message] of [
    ['', /^Enter an internal domain/],
    ['Web', /^Don’t use capital letters/],
    ['1web', /^It must start with a lower-case letter/],
    ['web_1', /^Only lower-case letters, digits/],
    ['web-', /^It must end with a letter or a digit/],
    ['w'.repeat(64), /^At most 63 characters/],
    ['bee', theirDomain],
  ] as const) {
    await test.step(`internal domain “${typed}”`, async () => {
      await domain.fill(typed)
      await page.keyboard.press('Enter')
      await expect(domain).toHaveAccessibleDescription(message)
      await expect(domain).toHaveValue(typed)
    })
  }
  expect(calls.writes()).toEqual([])
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('reports an internal domain that is taken elsewhere beside the field, and keeps the text', async ({
    page,
    rainbond,
  }) => {
    const [closed] = await rainbond.ports('draft')
    const theirs = closed?.k8s_service_name ?? ''
    expect(theirs).not.toBe('')
    await openPorts(page, 'web')
    const { editDomain, domain } = domainEditorOf(page)
    await editDomain.click()
    await domain.fill(theirs)
    await page.keyboard.press('Enter')
    await planOf(page).run.click()
    await expect(planOf(page).dialog.getByRole('alert')).toBeVisible()
    await planOf(page).cancel.click()

    await expect(domain).toHaveValue(theirs)
    await expect(domain).toHaveAccessibleDescription(/taken/)
    expect(await rainbond.port('web', 8080)).toMatchObject({ k8s_service_name: 'web' })
  })

  test('keeps an alias that the cluster refuses, and saves it on the second try', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    const { editAlias, alias, mark } = editorOf(page, 8081)
    await editAlias.click()
    await alias.fill('WEB_BACK')
    await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })
    await page.keyboard.press('Enter')
    await expect(alias).toHaveAccessibleDescription(/集群资源不足/)
    await expect(alias).toHaveValue('WEB_BACK')
    await expect(mark).toBeVisible()

    await alias.press('Enter')
    await expect(alias).toBeHidden()
    expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_BACK' })
  })
})

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('reports every invalid alias and internal domain in Chinese', async ({ page }) => {
    const calls = listen(page)
    const names = page.waitForResponse(/apps_port/)
    await page.goto(portsPath('web'))
    await names
    const alias = page.getByRole('textbox', { name: '使用别名，端口 8080', exact: true })
    const domain = page.getByRole('textbox', { name: '内部域名', exact: true })
    const editOf = (name: string) => page.getByRole('button', { name, exact: true })
    for (const [edit, field, texts] of [
      [
        editOf('编辑使用别名，端口 8080'),
        alias,
        [
          ['', '请填写使用别名。'],
          ['web', /^不能使用小写字母/],
          ['8WEB', '必须以大写字母开头。'],
          ['WEB ADMIN', /^只能包含大写字母、数字/],
          ['WEB_METRICS', '该组件的另一个端口已使用此别名。'],
          ['W'.repeat(65), '最多 64 个字符。'],
        ],
      ],
      [
        editOf('编辑内部域名'),
        domain,
        [
          ['', '请填写内部域名。'],
          ['Web', '不能使用大写字母。'],
          ['1web', '必须以小写字母开头。'],
          ['web_1', /^只能包含小写字母、数字/],
          ['web-', '必须以字母或数字结尾。'],
          ['w'.repeat(64), '最多 63 个字符。'],
          ['bee', '该团队的另一个组件已使用此内部域名。'],
        ],
      ],
    ] as const) {
      await edit.click()
      for (const [typed, message] of texts) {
        await test.step(`“${typed}”`, async () => {
          await field.fill(typed)
          await page.keyboard.press('Enter')
          await expect(field).toHaveAccessibleDescription(message)
          await expect(field).toHaveValue(typed)
        })
      }
    }
    expect(calls.writes()).toEqual([])
  })
})
