import type { Page } from '@playwright/test'
import { demoSeed, demoToken } from '../../emulator/seeds/demo'
import { allPortsPath, openAllPorts } from '../support/all-ports'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'

const box = (page: Page) => page.getByRole('combobox', { name: 'Filter ports' })
const chips = (page: Page) => page.getByRole('button', { name: /^Remove filter / })
const shown = (page: Page, count: number) => expect(page.getByText(`${count} of 65 ports`)).toBeVisible()

/** Waits until the address bar holds a search. */
async function expectSearch(page: Page, search: string) {
  await expect.poll(() => new URL(page.url()).searchParams.get('filter') ?? '').toBe(search)
}

test('filters become chips that can be removed, and the link keeps them', async ({ page }) => {
  await openAllPorts(page)
  await box(page).pressSequentially('protocol:tcp,mysql external:open  orders ')
  await expect(chips(page)).toHaveCount(2)
  await expect(box(page)).toHaveValue('orders ')
  await expectSearch(page, 'protocol:tcp,mysql external:open orders')

  await box(page).fill('')
  await expectSearch(page, 'protocol:tcp,mysql external:open')
  await shown(page, 9)
  await page.reload()
  await shown(page, 9)
  await page.getByRole('link', { name: 'web', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'web', level: 1 })).toBeVisible()
  await page.goBack()
  await shown(page, 9)

  await page.getByRole('button', { name: 'Remove filter External: Open' }).click()
  await expect(box(page)).toBeFocused()
  await expectSearch(page, 'protocol:tcp,mysql')
  await page.keyboard.press('Backspace')
  await expect(chips(page)).toHaveCount(0)
  await expectSearch(page, '')
})

test('a link may hold words, filters and full-width signs, in any order', async ({ page }) => {
  await page.goto(`${allPortsPath}?filter=${encodeURIComponent('orders 协议：tcp，mysql -external:open')}`)
  await expect(page.getByRole('button', { name: 'Remove filter Protocol: tcp, mysql' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove filter External: not Open' })).toBeVisible()
  await expect(box(page)).toHaveValue('orders')
  await expect(page.getByRole('grid').getByRole('link', { name: 'orders-db' })).toBeVisible()
})

test('what is typed is completed by keyboard', async ({ page }) => {
  await openAllPorts(page)
  await page.keyboard.press('/')
  await page.keyboard.type('prot')
  await expect(page.getByRole('option')).toHaveText(['protocol:Protocol'])
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const active = await box(page).getAttribute('aria-activedescendant')
  await expect(page.getByRole('option', { name: 'protocol:' })).toHaveAttribute('id', active ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toHaveText('http')
  await page.keyboard.type('my')
  // The only value that it can be is marked.
  await expect(page.getByRole('option', { name: 'mysql' })).toHaveAttribute('data-combobox-selected')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove filter Protocol: mysql' })).toBeVisible()
  await expect(page.getByRole('listbox')).toHaveCount(0)

  await page.keyboard.type('component:ord')
  await expect(page.getByRole('option', { name: 'orders-db' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(box(page)).toHaveValue('component:ord')
  await page.keyboard.press('Enter')
  await expectSearch(page, 'protocol:mysql component:ord')
})

test('a name that others hold is completed so that it finds no more than itself', async ({ page }) => {
  await openAllPorts(page)
  await box(page).fill('component:orders')
  await page.getByRole('option', { name: 'orders-db', exact: true }).click()
  await expect(chips(page)).toHaveCount(1)
  await expect(page.getByRole('grid').getByRole('link')).toHaveText(['orders-db'])
})

test('a part that can’t be understood is named, and everything else applies', async ({ page }) => {
  await openAllPorts(page)
  await box(page).pressSequentially('extrenal:open protocol:mysql port:99999')
  await shown(page, 9)
  await expect(page.getByText('Ignored “extrenal”: there’s no such filter.')).toBeVisible()
  // It may still become a number.
  await expect(page.getByText('Ignored “99999”')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('Ignored “99999”: enter ports or ranges of ports from 1 to 65535.'),
  ).toBeVisible()
  await expect(box(page)).toHaveValue('extrenal:open port:99999')
  await expectSearch(page, 'protocol:mysql extrenal:open port:99999')
  await page.reload()
  await expect(page.getByText('Ignored “extrenal”: there’s no such filter.')).toBeVisible()
  await expect(box(page)).toHaveValue('extrenal:open port:99999')
})

test('what is meant for the inside is found by its risk', async ({ page }) => {
  await openAllPorts(page)
  await box(page).fill('risk:database component:orders-db ')
  await expect(page.getByRole('grid').getByRole('link')).toHaveText(['orders-db'])
  await box(page).fill('risk:none ')
  await expect(chips(page)).toHaveCount(3)
  await expect(page.getByRole('heading', { name: /^No port matches/ })).toBeVisible()
})

test('has no accessibility violations, light and dark', async ({ page }) => {
  await openAllPorts(page)
  await box(page).fill('protocol:tcp oops:1 external:')
  await expect(page.getByRole('option').first()).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
})

test.describe('among Chinese names', () => {
  test.use({ signedIn: false, locale: 'zh-CN' })

  test('names are found by pinyin, filters are in Chinese, and an input method is left alone', async ({
    page,
    rainbond,
  }) => {
    await rainbond.start(demoSeed())
    await page.goto('/teams/shop/regions/shanghai/ports')
    await page.getByLabel('访问令牌', { exact: true }).fill(demoToken)
    await page.keyboard.press('Enter')
    await expect(page.getByText('已读取全部 18 个组件')).toBeVisible()
    const field = page.getByRole('combobox', { name: '筛选端口' })
    await field.fill('dd')
    await expect(page.getByRole('grid').getByRole('link', { name: '订单 orders', exact: true })).toBeVisible()
    await field.fill('组件：dingd')
    await expect(page.getByRole('option').first()).toContainText('订单')
    await field.fill('对外服务：')
    await expect(page.getByRole('option')).toHaveText(['已打开open', '已关闭closed'])
    await page.getByRole('option').first().click()
    await expect(page.getByRole('button', { name: '移除筛选条件 对外服务：已打开' })).toBeVisible()
  })
})

test.describe('saved views', () => {
  const views = (page: Page) => page.getByRole('button', { name: 'Saved views', exact: true })
  const popover = (page: Page) => page.getByRole('dialog', { name: 'Saved views' })
  const nameField = (page: Page) => popover(page).getByRole('textbox', { name: 'Save this view as' })

  /** Saves what is shown. */
  async function save(page: Page, name: string) {
    await views(page).click()
    await nameField(page).fill(name)
    await page.keyboard.press('Enter')
    await expect(nameField(page)).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(views(page)).toBeFocused()
  }

  test('keep a search with its order and arrangement, under a name', async ({ page }) => {
    await page.goto(`${allPortsPath}?filter=protocol%3Atcp+external%3Aopen&sort=-port`)
    await page.getByText('One list', { exact: true }).click()
    await save(page, 'Open TCP')
    await page.getByRole('button', { name: 'Clear filter' }).click()
    await page.getByText('By component', { exact: true }).click()
    await page.getByRole('button', { name: 'Port', exact: true }).click()
    await expect(page).toHaveURL(allPortsPath)

    await page.reload()
    await views(page).click()
    await popover(page)
      .getByRole('button', { name: /^Open TCP/ })
      .click()
    await expect(page).toHaveURL(`${allPortsPath}?filter=protocol%3Atcp+external%3Aopen&sort=-port`)
    await shown(page, 5)
    await expect(page.getByRole('columnheader', { name: /^Component/ })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(allPortsPath)
    await expect(chips(page)).toHaveCount(0)
  })

  test('are renamed, replaced after asking, deleted and brought back', async ({ page }) => {
    await openAllPorts(page)
    await save(page, 'Everything')
    await box(page).fill('risk:any ')
    await expectSearch(page, 'risk:any')
    await views(page).click()
    await nameField(page).fill(' EVERYTHING ')
    await page.keyboard.press('Enter')
    await expect(popover(page).getByText('A view has this name. Replace it?')).toBeVisible()
    await popover(page).getByRole('button', { name: 'Replace view' }).click()
    await expect(popover(page).getByRole('listitem')).toHaveText(['EVERYTHINGrisk:any'])

    await popover(page).getByRole('button', { name: 'Rename view EVERYTHING' }).click()
    const field = popover(page).getByRole('textbox', { name: 'New name of EVERYTHING' })
    await expect(field).toBeFocused()
    await field.fill('Risks')
    await page.keyboard.press('Enter')
    await popover(page).getByRole('button', { name: 'Delete view Risks' }).click()
    await expect(popover(page).getByRole('listitem')).toHaveCount(0)
    await popover(page).getByRole('button', { name: 'Undo' }).click()
    await expect(popover(page).getByRole('listitem')).toHaveText(['Risksrisk:any'])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
  })

  test('are erased when one signs out', async ({ page }) => {
    await openAllPorts(page)
    await save(page, 'Mine')
    expect(await page.evaluate(() => localStorage.getItem('portdeck.views'))).toContain('Mine')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    expect(await page.evaluate(() => localStorage.getItem('portdeck.views'))).toBeNull()
  })
})

test('a column is filtered from its header, by the filter that the box shows', async ({ page }) => {
  await openAllPorts(page)
  await page.getByRole('button', { name: 'Filter by Protocol' }).click()
  const popover = (name: string) => page.getByRole('dialog', { name })
  await popover('Filter by Protocol').getByRole('checkbox', { name: 'mysql' }).check()
  await popover('Filter by Protocol').getByRole('checkbox', { name: 'tcp' }).check()
  await expectSearch(page, 'protocol:mysql,tcp')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Filter by Protocol' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Remove filter Protocol: mysql, tcp' })).toBeVisible()

  // From header to header by arrow keys.
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('button', { name: 'Filter by Port', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(popover('Filter by Port').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('9000, 70000')
  await page.keyboard.press('Enter')
  await expect(popover('Filter by Port').getByText(/^Enter ports or ranges/)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await popover('Filter by Port').getByRole('textbox').fill('9000, 33060-33061')
  await page.keyboard.press('Enter')
  await expectSearch(page, 'port:9000,33060-33061 protocol:mysql,tcp')
  await expect(page.getByRole('grid').getByRole('link')).toHaveText(['orders-db', 'web'])

  await page.getByRole('button', { name: 'Filter by Protocol' }).click()
  await popover('Filter by Protocol').getByRole('checkbox', { name: 'tcp' }).uncheck()
  await expectSearch(page, 'protocol:mysql port:9000,33060-33061')
  await expect(page.getByRole('heading', { name: /^No port matches/ })).toBeVisible()
})
