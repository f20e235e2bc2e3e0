import { listen } from '../support/calls'
import { addPortOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { editorOf, signIn, switchOf } from '../support/ports-page'
import { locate, portsPath, tokens } from '../support/world'

test.use({ gatewaySettings: { READ_ONLY_ROLES: 'Viewer' }, signedIn: false })

test('somebody with a read-only role sees the ports, and each control says why it is off', async ({
  page,
}) => {
  await page.goto(portsPath('shown'))
  await signIn(page, tokens.dee)
  await expect(page.getByText(/^Read-only: your Portdeck administrator/)).toBeVisible()
  const calls = listen(page)
  const { editAlias } = editorOf(page, 8080)
  for (const control of [addPortOf(page).open, editAlias, switchOf(page, 'Internal', 8080)]) {
    await expect(control).toHaveAttribute('aria-disabled', 'true')
    await expect(control).toHaveAccessibleDescription(/^Read-only/)
    await control.focus()
    await page.keyboard.press('Enter')
  }
  expect(calls.writes()).toEqual([])
})

test('a write by hand is refused, and has a line in the audit trail', async ({ page, gateway, rainbond }) => {
  await page.goto(portsPath('shown'))
  await signIn(page, tokens.dee)
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  const { teamId, region, app, serviceId } = locate('shown')
  const path = `/openapi/v1/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports/8080`
  const answer = await page.request.put(path, {
    headers: { Origin: gateway.url, 'X-Portdeck': '1' },
    data: { action: 'close_inner' },
  })
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toMatchObject({ error: { kind: 'forbidden', reason: 'read-only' } })
  const line = gateway.log().find((logged) => logged.includes('"event":"write"'))
  expect(JSON.parse(line ?? '{}')).toMatchObject({ outcome: 'not-sent', reason: 'read-only', user: 'dee' })
  expect(await rainbond.ports('shown')).toMatchObject([{ container_port: 8080, is_inner_service: true }])
})

test('somebody without a role changes ports as before', async ({ page }) => {
  await page.goto(portsPath('web'))
  await signIn(page, tokens.ada)
  await switchOf(page, 'Internal', 8081).click()
  await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
})
