import { writeFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'

/** A picture in WebP, and how long it is shown. */
interface Frame {
  webp: Buffer
  milliseconds: number
}

const quality = 80

/** Films what a person does on a page, with a mouse pointer that everybody can see. */
export interface Film {
  /** Shows the page as it is. */
  hold: (milliseconds: number) => Promise<void>
  /** Moves the pointer to a control and presses it. */
  press: (target: Locator) => Promise<void>
  /** Writes an animated WebP that starts again at its end. */
  write: (path: string) => void
}

/** Starts a film of the page in its present size. */
export async function startFilm(page: Page): Promise<Film> {
  const frames: Frame[] = []
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  let at = { x: size.width / 2, y: size.height - 80 }

  const hold = async (milliseconds: number) => {
    await page.evaluate(drawPointer, at)
    frames.push({ webp: await page.screenshot({ type: 'webp', quality }), milliseconds })
  }
  await hold(900)

  return {
    hold,
    press: async (target) => {
      const box = await target.boundingBox()
      if (box === null) throw new Error('The control to press is not on the page')
      const from = at
      const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      const moves = 8
      for (let move = 1; move <= moves; move += 1) {
        const eased = (1 - Math.cos((Math.PI * move) / moves)) / 2
        at = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased }
        await page.mouse.move(at.x, at.y)
        await hold(move === moves ? 350 : 45)
      }
      await target.click()
    },
    write: (path) => writeFileSync(path, animation(frames, size)),
  }
}

/** Draws the pointer in the browser's top layer, above every dialog. */
function drawPointer({ x, y }: { x: number; y: number }) {
  const id = 'film-pointer'
  let pointer = document.getElementById(id)
  if (pointer === null) {
    pointer = document.createElement('div')
    pointer.id = id
    pointer.popover = 'manual'
    pointer.innerHTML =
      '<svg width="20" height="24" viewBox="0 0 20 24"><path d="M2 2v17l4.5-4 3 7 3-1.3-3-6.7h6z" fill="#111" stroke="#fff" stroke-width="1.5"/></svg>'
    document.documentElement.append(pointer)
  }
  pointer.style.cssText = `position: fixed; inset: ${y - 2}px auto auto ${x - 2}px; margin: 0; padding: 0; border: 0;
    background: none; pointer-events: none; overflow: visible;`
  // The last one that is shown is on top.
  if (pointer.matches(':popover-open')) pointer.hidePopover()
  pointer.showPopover()
}

/** Joins pictures of one size into an animated WebP (RFC 9649). */
function animation(frames: readonly Frame[], { width, height }: { width: number; height: number }): Buffer {
  const canvas = Buffer.concat([u24(width - 1), u24(height - 1)])
  const isAnimated = 0b10
  const white = Buffer.from([255, 255, 255, 255])
  const forever = Buffer.from([0, 0])
  const parts = frames.map(({ webp, milliseconds }) => {
    // At the upper left corner, drawn over the frame before.
    const head = Buffer.concat([u24(0), u24(0), canvas, u24(milliseconds), Buffer.from([0b10])])
    return chunk('ANMF', Buffer.concat([head, bitstream(webp)]))
  })
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', Buffer.concat([Buffer.from([isAnimated, 0, 0, 0]), canvas])),
    chunk('ANIM', Buffer.concat([white, forever])),
    ...parts,
  ])
  return chunk('RIFF', body)
}

/** Returns the chunk of a WebP that holds its pixels. */
function bitstream(webp: Buffer): Buffer {
  for (let at = 12; at < webp.length;) {
    const length = webp.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (/^VP8[ L]$/.test(webp.toString('latin1', at, at + 4))) return webp.subarray(at, end)
    at = end
  }
  throw new Error('The picture is no WebP')
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

function u24(value: number): Buffer {
  const bytes = Buffer.alloc(3)
  bytes.writeUIntLE(value, 0, 3)
  return bytes
}
