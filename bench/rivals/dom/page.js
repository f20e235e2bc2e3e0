// The limit: the DOM alone. A row's elements are made once and filled again while one scrolls, and one listener on the grid
// answers for all of them.
import { protocols, readRows, searchText } from '../rows.js'

const rowHeight = 44
/** Rows above and below the window. */
const spare = 2

const grid = document.querySelector('#grid')
const body = document.querySelector('#rows')
const menu = document.querySelector('#menu')
const template = document.querySelector('#row').content.firstElementChild

const rows = await readRows()
const texts = rows.map(searchText)
let shown = rows
const pool = []

function createRow() {
  const element = template.cloneNode(true)
  const [port, protocol, alias, inner, outer, address, actions] = element.children
  const parts = {
    port,
    protocol: protocol.firstChild,
    alias: alias.firstChild,
    inner: { cell: inner, input: inner.firstChild, state: inner.lastChild },
    outer: { cell: outer, input: outer.firstChild, state: outer.lastChild },
    address: address.firstChild,
    button: actions.firstChild,
  }
  body.append(element)
  return { element, parts, row: undefined, index: -1 }
}

function fillSwitch({ cell, input, state }, name, isOn) {
  input.checked = isOn
  input.ariaLabel = name
  cell.toggleAttribute('data-on', isOn)
  state.textContent = isOn ? 'Open' : 'Closed'
}

function fill(slot, index) {
  const row = shown[index]
  if (slot.index !== index) {
    slot.index = index
    slot.element.style.top = `${index * rowHeight}px`
    slot.element.ariaRowIndex = String(index + 2)
  }
  if (slot.row === row) return
  slot.row = row
  const { parts } = slot
  closeEditor(slot)
  parts.port.textContent = row.port
  parts.protocol.textContent = row.protocol
  parts.protocol.ariaLabel = `Edit protocol, port ${row.port}`
  parts.alias.textContent = row.alias
  parts.alias.ariaLabel = `Edit alias, port ${row.port}`
  fillSwitch(parts.inner, `Internal access, port ${row.port}`, row.inner)
  fillSwitch(parts.outer, `External access, port ${row.port}`, row.outer)
  parts.address.textContent = row.address
  // An address inside the cluster is no link.
  if (row.address.includes('://')) parts.address.href = row.address
  else parts.address.removeAttribute('href')
  parts.button.ariaLabel = `Actions, port ${row.port}`
}

/** Fills the row that has scrolled out of the window with that which has scrolled into it: each has its place by its index. */
function show() {
  const top = Math.max(0, -body.getBoundingClientRect().top)
  const size = Math.min(shown.length, Math.ceil(innerHeight / rowHeight) + 2 * spare)
  while (pool.length < size) pool.push(createRow())
  while (pool.length > size) pool.pop().element.remove()
  const first = Math.min(Math.max(0, Math.floor(top / rowHeight) - spare), shown.length - size)
  for (let index = first; index < first + size; index += 1) fill(pool[index % size], index)
}

function filter(text) {
  shown = text === '' ? rows : rows.filter((_, index) => texts[index].includes(text))
  body.style.height = `${shown.length * rowHeight}px`
  for (const slot of pool) slot.index = -1
  show()
}

const slotOf = (element) => pool.find((slot) => slot.element.contains(element))

function openEditor(slot, field) {
  const editor = document.createElement(field === 'protocol' ? 'select' : 'input')
  if (field === 'protocol') editor.append(...protocols.map((name) => new Option(name)))
  editor.value = slot.row[field]
  editor.dataset.edits = field
  slot.parts[field].hidden = true
  slot.parts[field].after(editor)
  slot.editor = editor
  editor.focus()
}

function closeEditor(slot) {
  if (slot.editor === undefined) return
  slot.parts[slot.editor.dataset.edits].hidden = false
  slot.editor.remove()
  slot.editor = undefined
}

grid.addEventListener('click', ({ target }) => {
  const slot = slotOf(target)
  if (slot === undefined) return
  const { edit } = target.dataset
  if (edit !== undefined) openEditor(slot, edit)
  menu.hidden = !('menu' in target.dataset)
  if (!menu.hidden) slot.element.after(menu)
})

grid.addEventListener('change', ({ target }) => {
  const slot = slotOf(target)
  const { field, edits } = target.dataset
  if (field !== undefined) {
    slot.row[field] = target.checked
    texts[rows.indexOf(slot.row)] = searchText(slot.row)
    fillSwitch(slot.parts[field], target.ariaLabel, target.checked)
  } else if (edits !== undefined) {
    slot.row[edits] = target.value
    slot.parts[edits].textContent = target.value
    closeEditor(slot)
  }
})

/** The arrow keys lead from a switch to those around it. */
grid.addEventListener('keydown', ({ key, target }) => {
  const slot = slotOf(target)
  if (key === 'Escape' && slot?.editor !== undefined) closeEditor(slot)
  const { field } = target.dataset
  const move = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (field === undefined || move === undefined) return
  const next = pool.find(({ index }) => index === slot.index + move)
  next?.parts[field].input.focus()
})

document
  .querySelector('#filter')
  .addEventListener('input', ({ target }) => filter(target.value.toLowerCase()))
document.addEventListener('scroll', show, { passive: true })
window.addEventListener('resize', show)
filter('')
