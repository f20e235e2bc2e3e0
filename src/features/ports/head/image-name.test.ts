import { expect, test } from 'vitest'
import { shortImage } from './image-name'

test.each([
  ['nginx', 'nginx'],
  ['nginx:1.27', 'nginx:1.27'],
  ['registry.test:5000/shop/web:1.27', 'web:1.27'],
  ['registry.test:5000/shop/web', 'web'],
  [`shop/web@sha256:${'0123456789abcdef'.repeat(4)}`, 'web@sha256:0123456789ab'],
  [`shop/web:1.27@sha256:${'0123456789abcdef'.repeat(4)}`, 'web:1.27@sha256:0123456789ab'],
  ['', ''],
])('the image %s is shown as %s', (reference, shown) => {
  expect(shortImage(reference)).toBe(shown)
})
