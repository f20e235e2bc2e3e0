import type { Locator } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { editorOf, openPorts, rowsOf, switchOf } from '../support/ports-page'
import { locate, seed } from '../support/world'

async function boxOf(target: Locator) {
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not on the page')
  return box
}

test('a text is validated while it is typed, and what is wrong floats below its field', async ({ page }) => {
  await openPorts(page, 'web')
  const { row, editAlias, alias } = editorOf(page, 8081)
  const before = await boxOf(rowsOf(page).last())
  const cell = await boxOf(row)
  await editAlias.click()
  await alias.pressSequentially('web')
  const problem = page.getByRole('alert').filter({ hasText: 'Use capital letters' })
  await expect(problem).toBeVisible()
  expect((await boxOf(problem)).y).toBeGreaterThanOrEqual((await boxOf(alias)).y + 24)
  expect(await boxOf(rowsOf(page).last())).toEqual(before)
  expect(await boxOf(row)).toEqual(cell)
  // Nothing clips it or lies above it.
  const { x, y, width, height } = await boxOf(problem)
  const top = await page.evaluate(
    ([left, up]) => document.elementFromPoint(left, up)?.closest('[role="alert"]')?.textContent,
    [x + width / 2, y + height - 4] as const,
  )
  expect(top).toContain('Use capital letters')

  // A text on its way to a valid one is not wrong yet.
  await alias.fill('')
  await expect(problem).toBeHidden()
  await alias.pressSequentially('WEB_')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('each field of a row is saved by itself', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const { chooseProtocol, editAlias, alias, in: inField } = editorOf(page, 8081)
  await editAlias.click()
  await alias.fill('WEB_COUNTS')
  await chooseProtocol('grpc')
  await inField('protocol').save.click()
  await expect(page.getByText('Port 8081 now uses grpc.')).toBeVisible()
  await expect(alias).toHaveValue('WEB_COUNTS')
  await expect(inField('alias').mark).toBeVisible()
  expect(await rainbond.port('web', 8081)).toMatchObject({ protocol: 'grpc', port_alias: 'WEB_METRICS' })
  await inField('alias').cancel.click()
  await expect(alias).toBeHidden()
})

test('a field that was not changed closes when it is left', async ({ page }) => {
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8081)
  await editAlias.click()
  await expect(alias).toBeFocused()
  await page.getByRole('textbox', { name: 'Filter ports' }).click()
  await expect(alias).toBeHidden()
})

test('ports of old data with different internal domains show and edit them in a column', async ({
  page,
  rainbond,
}) => {
  const { serviceId } = locate('web')
  await rainbond.start({
    ...seed,
    ports: seed.ports.map((port) =>
      port.service_id === serviceId && port.container_port === 8081
        ? { ...port, k8s_service_name: 'web-old' }
        : port,
    ),
  })
  await openPorts(page, 'web')
  await expect(page.getByRole('columnheader', { name: 'Internal domain' })).toBeVisible()
  const { row, editDomain, domain } = editorOf(page, 8081)
  await expect(row.getByText('web-old', { exact: true })).toBeVisible()
  await editDomain.click()
  await domain.fill('Old')
  await expect(domain).toHaveAccessibleDescription('Don’t use capital letters.')
  await page.keyboard.press('Escape')
  await expect(editDomain).toBeFocused()
})

const long = 'WEB_METRICS_OF_THE_LONGEST_KIND_THAT_RAINBOND_WILL_EVER_ACCEPT_X'

for (const width of [320, 390, 760]) {
  test(`names of 64 characters neither overlap nor scroll sideways at ${width} px`, async ({
    page,
    rainbond,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await rainbond.start({
      ...seed,
      ports: seed.ports.map((port) =>
        port.port_alias.startsWith('WEB') ? { ...port, port_alias: long } : port,
      ),
    })
    await openPorts(page, 'web')
    await expect(switchOf(page, 'Internal', 80)).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const faults = await page.getByRole('grid', { name: 'Ports' }).evaluate((grid, isCard) => {
      const found: string[] = []
      for (const row of [...grid.querySelectorAll('[data-id]')].slice(0, 6)) {
        const outer = row.getBoundingClientRect()
        const cells = [...row.children].map((cell) => cell.getBoundingClientRect())
        for (const [at, a] of cells.entries()) {
          if (a.left < outer.left || a.right > outer.right + 1 || a.bottom > outer.bottom + 1)
            found.push(`outside ${at}`)
          for (const [other, b] of cells.entries())
            if (
              other > at &&
              a.right > b.left + 1 &&
              b.right > a.left + 1 &&
              a.bottom > b.top + 1 &&
              b.bottom > a.top + 1
            )
              found.push(`overlap ${at} ${other}`)
        }
        for (const control of row.querySelectorAll('button')) {
          const { width: wide, height: high } = control.getBoundingClientRect()
          if (wide < 24 || high < 24) found.push(`small ${control.ariaLabel}`)
        }
        if (isCard)
          for (const text of row.querySelectorAll('bdi, [data-address]'))
            if (text.scrollWidth > text.clientWidth + 1) found.push(`cut ${text.textContent}`)
      }
      return found
    }, width < 700)
    expect(faults).toEqual([])
  })
}

test('on a phone, cards are sorted by a choice', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPorts(page, 'web')
  await page.getByRole('combobox', { name: 'Sort by', exact: true }).selectOption('outer')
  await expect(page).toHaveURL(/sort=outer/)
  await page.getByRole('combobox', { name: 'Sort by', exact: true }).selectOption('port')
  await page.getByRole('button', { name: 'Sort descending', exact: true }).click()
  await expect(rowsOf(page).first().getByRole('rowheader')).toHaveText('18113')
})
