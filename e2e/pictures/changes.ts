import { expect } from '@playwright/test'
import { demo, inner, outer, runButton, web, type Scene } from './scene'

/** Running, completed and refused switches and plans. */
export const changes = {
  'switch-pending': {
    path: demo('响应缓慢 slow'),
    arrange: async (page) => {
      await inner(page, 9000).click()
      await expect(inner(page, 9000)).toHaveAttribute('aria-busy', 'true')
    },
  },
  'switch-refused': {
    path: demo('集群资源不足 cluster-out-of-memory'),
    arrange: async (page) => {
      await inner(page, 9000).click()
      await expect(inner(page, 9000)).toHaveAccessibleDescription(/./)
    },
  },
  'plan-outer-on': {
    path: web,
    arrange: async (page) => {
      await outer(page, 9113).click()
      await expect(runButton(page)).toBeVisible()
    },
  },
  'plan-inner-off': {
    path: web,
    arrange: async (page) => {
      await inner(page, 80).click()
      await expect(runButton(page)).toBeVisible()
    },
  },
  'plan-risky': {
    path: demo('会话缓存 session-cache'),
    arrange: async (page) => {
      await outer(page, 6379).click()
      await expect(runButton(page)).toBeVisible()
    },
  },
  'plan-running': {
    path: demo('操作过于频繁 cluster-too-frequent'),
    arrange: async (page) => {
      await outer(page, 9000).click()
      await runButton(page).click()
      await expect(page.getByRole('button', { name: /^(Stop|停止)$/ })).toBeVisible()
    },
  },
  'plan-refused': {
    path: demo('网关策略失败 cluster-route-binding'),
    arrange: async (page) => {
      await inner(page, 8080).click()
      await expect(inner(page, 8080)).not.toHaveAttribute('aria-busy', 'true')
      await outer(page, 8080).click()
      await runButton(page).click()
      await expect(page.getByRole('button', { name: /^(Resume|继续)$/ })).toBeVisible()
    },
  },
  'session-ended': {
    path: demo('令牌失效 unauthenticated'),
    arrange: async (page) => {
      await inner(page, 9000).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  'plan-delete': {
    path: web,
    arrange: async (page) => {
      await page.getByRole('button', { name: /^(Actions, port|操作，端口) 80$/ }).click()
      await page.getByRole('menuitem', { name: /^(Delete port|删除端口)$/ }).click()
      await expect(runButton(page)).toBeVisible()
    },
  },
  'undo-notice': {
    path: web,
    arrange: async (page) => {
      await inner(page, 8080).click()
      await expect(page.getByRole('button', { name: /^(Undo|撤销)$/ })).toBeVisible()
    },
  },
  'change-slow': {
    path: demo('响应缓慢 slow'),
    arrange: async (page) => {
      await inner(page, 9000).click()
      await expect(page.getByRole('button', { name: /^(Stop waiting|停止等待)$/ })).toBeVisible()
    },
  },
} satisfies Record<string, Scene>
