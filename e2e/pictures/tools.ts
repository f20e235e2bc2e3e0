import { expect, type Page } from '@playwright/test'
import { demo, runButton, web, type Scene } from './scene'

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click()
const openMenu = (page: Page, port: number) => press(page, new RegExp(`^(Actions, port|操作，端口) ${port}$`))
const addPort = (page: Page) => press(page, /^(Add port|添加端口)$/)
const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name })
const isOpen = (page: Page) => expect(page.getByRole('dialog')).toBeVisible()

/** The other tools on a component's page: editing, adding, addresses, variables, the log. */
export const tools = {
  'row-menu': {
    path: web,
    arrange: async (page) => {
      await openMenu(page, 80)
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  'edit-drafts': {
    path: web,
    arrange: async (page) => {
      await press(page, /^(Edit alias, port|编辑使用别名，端口) 8080$/)
      await field(page, /^(Alias, port|使用别名，端口) 8080$/).fill('web_admin')
      await page.keyboard.press('Enter')
      await press(page, /^(Edit internal domain|编辑内部域名)$/)
      await field(page, /^(Internal domain|内部域名)$/).fill('shop-front')
    },
  },
  'plan-domain': {
    path: web,
    arrange: async (page) => {
      await press(page, /^(Edit internal domain|编辑内部域名)$/)
      await field(page, /^(Internal domain|内部域名)$/).fill('shop-front')
      await page.keyboard.press('Enter')
      await expect(runButton(page)).toBeVisible()
    },
  },
  'plan-protocol': {
    path: web,
    arrange: async (page) => {
      await press(page, /^(Edit protocol, port|编辑端口协议，端口) 80$/)
      await page.getByRole('combobox', { name: /^(Protocol, port|端口协议，端口) 80$/ }).selectOption('tcp')
      await press(page, /^(Save|保存)$/)
      await expect(runButton(page)).toBeVisible()
    },
  },
  'add-port': {
    path: web,
    arrange: async (page) => {
      await addPort(page)
      await page.getByRole('dialog').getByRole('textbox').first().fill('3306')
    },
  },
  'add-port-refused': {
    path: web,
    arrange: async (page) => {
      await addPort(page)
      await page.getByRole('dialog').getByRole('textbox').first().fill('65536')
      await page.getByRole('dialog').getByRole('textbox').nth(1).fill('web 1')
      await page.keyboard.press('Enter')
    },
  },
  addresses: {
    path: web,
    arrange: async (page) => {
      await press(page, /^\+\d+ (more addresses, port|个地址，端口) 80$/)
      await isOpen(page)
    },
  },
  variables: {
    path: web,
    arrange: async (page) => {
      await openMenu(page, 80)
      await page.getByRole('menuitem', { name: /^(Connection variables|连接信息)$/ }).click()
      await isOpen(page)
    },
  },
  copied: {
    path: web,
    arrange: async (page) => {
      await press(page, /^(Copy address|复制地址) https:/)
      await expect(page.getByText(/^(Copied|已复制)|(The text is selected|文本已选中)/).first()).toBeVisible()
    },
  },
  'operation-log': {
    path: web,
    arrange: async (page) => {
      await press(page, /^(Operation log|操作记录)$/)
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
    },
  },
  'operation-log-failed': {
    path: demo('缺少接口 missing-route'),
    arrange: async (page) => {
      await press(page, /^(Operation log|操作记录)$/)
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    },
  },
} satisfies Record<string, Scene>
