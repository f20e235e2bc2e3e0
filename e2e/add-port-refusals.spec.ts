import type { Page } from '@playwright/test'
import { addPortOf } from './add-port-dialog'
import { listen } from './calls'
import { expect, test } from './fixtures'
import { openPorts, rowsOf, switchOf } from './ports-page'

const rowOf = (page: Page, port: number) => rowsOf(page).filter({ has: switchOf(page, 'Inner', port) })

test('every bad number and alias is told before anything is sent', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  calls.forget()

  for (const [typed, told] of [
    ['', 'A port number is needed.'],
    ['0', 'The smallest port is 1.'],
    ['-1', 'The smallest port is 1.'],
    ['65536', 'The largest port is 65535.'],
    ['80.5', 'A whole number is needed.'],
    ['http', 'A number is needed.'],
    ['8080', 'The component has this port already.'],
  ] as const) {
    await test.step(`port “${typed}”`, async () => {
      await add.port.fill(typed)
      await add.submit.click()
      await expect(add.port).toHaveAccessibleDescription(told)
      await expect(add.port).toBeFocused()
      await expect(add.port).toHaveValue(typed)
    })
  }
  await add.protocol.selectOption('udp')
  await expect(add.port).toHaveAccessibleDescription(/already, under another protocol/)

  await add.port.fill('8090')
  await expect(add.port).toHaveAccessibleDescription('')
  for (const [typed, told] of [
    ['', 'An alias is needed.'],
    ['web', /^Capital letters only/],
    ['8WEB', /^It has to start with a capital letter/],
    ['WEB ADMIN', /^Only capital letters, digits/],
    ['WEB_ADMIN', /^Another port of this component has this alias/],
    ['W'.repeat(65), /^At most 64 characters/],
  ] as const) {
    await test.step(`alias “${typed}”`, async () => {
      await add.alias.fill(typed)
      await add.submit.click()
      await expect(add.alias).toHaveAccessibleDescription(new RegExp(told))
      await expect(add.alias).toHaveValue(typed)
    })
  }
  expect(calls.writes()).toEqual([])
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('a number that somebody else took meanwhile is told beside it, with the text kept', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill('8090')
    await add.alias.fill('WEB_NEW')
    await rainbond.add('web', 8090, 'tcp')
    await add.submit.click()

    await expect(add.port).toHaveAccessibleDescription(/This is taken already/)
    await expect(add.port).toHaveValue('8090')
    await expect(add.alias).toHaveValue('WEB_NEW')
    await expect(add.port).toBeFocused()

    await add.port.fill('8091')
    await add.submit.click()
    await expect(rowOf(page, 8091)).toBeFocused()
    expect(await rainbond.port('web', 8091)).toMatchObject({ port_alias: 'WEB_NEW' })
    expect(await rainbond.port('web', 8090)).toMatchObject({ protocol: 'tcp' })
  })

  test('a failure of the cluster is told in the dialog, and a second try succeeds', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill('8090')
    await add.inner.check()
    await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })
    await add.submit.click()
    await expect(add.dialog.getByRole('alert')).toContainText('集群资源不足')
    await expect(add.port).toHaveValue('8090')
    await expect(page.getByText(/Port 8090: Not added/)).toBeAttached()

    await add.submit.click()
    await expect(rowOf(page, 8090)).toBeFocused()
    expect(await rainbond.port('web', 8090)).toMatchObject({ is_inner_service: true })
  })
})
