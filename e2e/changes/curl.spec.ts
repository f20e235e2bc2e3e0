import { pastedText } from '../support/browser'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { locate, portsPath } from '../support/world'

test.use({ permissions: ['clipboard-write'] })

test('a step and the whole plan are copied as curl commands for the same calls', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).click()
  const plan = planOf(page)
  const { teamId, region, app, serviceId } = locate('web')
  const path = `/openapi/v1/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports/80`

  await plan.dialog.getByRole('button', { name: 'Show as curl', exact: true }).click()
  await plan.dialog
    .getByRole('button', { name: 'Copy as curl, step 1: Close external access on port 80' })
    .click()
  await expect(plan.dialog.getByText('Copied', { exact: true })).toBeVisible()
  await plan.cancel.click()
  const step = await pastedText(page)
  expect(step).toContain(`-X PUT ${rainbond.url}${path} `)
  expect(step).toContain('-H "Authorization: $RAINBOND_TOKEN"')
  expect(step).toContain(`-d '{"action":"close_outer"}'`)

  await switchOf(page, 'Internal', 80).click()
  await plan.dialog.getByRole('button', { name: 'Show as curl', exact: true }).click()
  await plan.dialog.getByRole('button', { name: 'Copy the whole plan as curl', exact: true }).click()
  await expect(plan.dialog.getByText('Copied', { exact: true })).toBeVisible()
  await plan.cancel.click()
  expect(await pastedText(page)).toMatch(/close_outer.* && .*close_inner/)
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('a plan is copied as curl, and explains what differs for its component', async ({ page }) => {
    await page.goto(portsPath('pay-line'))
    await expect(page.getByText('第三方', { exact: true })).toBeVisible()
    await page.getByRole('switch', { name: '对外服务，端口 8443' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(/^第三方组件/)).toBeVisible()
    await dialog.getByRole('button', { name: '显示为 curl 命令', exact: true }).click()
    await dialog.getByRole('button', { name: '将整个变更计划复制为 curl', exact: true }).click()
    await expect(dialog.getByText('已复制', { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: '取消', exact: true }).click()
  })
})
