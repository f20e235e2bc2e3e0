import { invalid } from './answers'
import type { Body } from './body'
import { parsePythonInt, pythonText, scalarText } from './python'

type Outcome<T> = { readonly value: T } | { readonly error: string }

/** A field of Django REST framework, which reads one key of a body. */
export interface Field<T> {
  /** @param sent the value; undefined if the key is missing */
  read(sent: unknown, isForm: boolean): Outcome<T>
  /** Replaces the value while the errors of the other fields are collected. */
  readonly placeholder: T
}

const required = { error: '该字段是必填项。' }
const isNull = { error: '该字段不能为 null。' }

/** A required integer, as a number or a text; `7000.0` counts. */
export const integerField: Field<bigint> = {
  placeholder: 0n,
  read: (sent) => {
    if (sent === undefined) return required
    if (sent === null) return isNull
    const text = scalarText(sent)
    if (text !== undefined && text.length > 1000) return { error: '字符串值太长。' }
    const value = text === undefined ? undefined : parsePythonInt(text.replace(/\.0*\s*$/, ''))
    return value === undefined ? { error: '请填写合法的整数值。' } : { value }
  },
}

const trues = new Set(['t', 'y', 'yes', 'true', 'on', '1'])
const falses = new Set(['f', 'n', 'no', 'false', 'off', '0'])

/** Accepts `yes`, `Yes` and `YES`, but not `yEs`. */
function isUsualCase(text: string): boolean {
  const capital = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
  return [text.toLowerCase(), text.toUpperCase(), capital].includes(text)
}

function booleanText(sent: unknown): string {
  if (typeof sent === 'boolean') return String(sent)
  if (typeof sent === 'string') return isUsualCase(sent) ? sent.toLowerCase() : ''
  return typeof sent === 'number' ? String(sent) : ''
}

/** A required boolean. In a form it may be missing, since forms omit unchecked boxes. */
export const booleanField: Field<boolean> = {
  placeholder: false,
  read: (sent, isForm) => {
    if (sent === undefined) return isForm ? { value: false } : required
    if (sent === null) return isNull
    const text = booleanText(sent)
    if (trues.has(text)) return { value: true }
    return falses.has(text) ? { value: false } : { error: '必须是有效的布尔值。' }
  },
}

function choose<T extends string>(choices: readonly T[], sent: unknown): Outcome<T> {
  const value = choices.find((choice) => choice === sent)
  return value === undefined ? { error: `“${pythonText(sent)}” 不是合法选项。` } : { value }
}

/** A required choice. */
export const requiredChoice = <T extends string>(choices: readonly [T, ...T[]]): Field<T> => ({
  placeholder: choices[0],
  read: (sent) => {
    if (sent === undefined) return required
    return sent === null ? isNull : choose(choices, sent)
  },
})

/** A choice that may be null; `fallback` if it is missing. */
export const optionalChoice = <T extends string>(choices: readonly T[], fallback: T): Field<T | null> => ({
  placeholder: fallback,
  read: (sent, isForm) => {
    if (sent === undefined) return { value: fallback }
    return sent === null || (isForm && sent === '') ? { value: null } : choose(choices, sent)
  },
})

/** An optional text of at most 255 characters, trimmed; null if it is missing. */
export const textField = ({ allowsBlank }: { readonly allowsBlank: boolean }): Field<string | null> => ({
  placeholder: null,
  read: (sent, isForm) => {
    if (sent === undefined || sent === null) return { value: null }
    if (isForm && sent === '' && !allowsBlank) return { value: null }
    const text = typeof sent === 'boolean' ? undefined : scalarText(sent)?.trim()
    if (text === undefined) return { error: '不是有效的字符串。' }
    if (text === '') return allowsBlank ? { value: '' } : { error: '该字段不能为空。' }
    if (text.includes('\0')) return { error: '不允许空字符。' }
    return Array.from(text).length > 255 ? { error: '请确保这个字段不能超过 255 个字符。' } : { value: text }
  },
})

/** Names the Python type of a JSON value that is neither null nor an object. */
function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  return Number.isInteger(value) ? 'int' : 'float'
}

function senderOf(body: Body): (name: string) => unknown {
  if (body.kind === 'form') return (name) => body.fields.get(name)
  const { value } = body
  if (value === null) throw invalid({ non_field_errors: ['No data provided'] })
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw invalid({ non_field_errors: [`无效数据。期待为字典类型，得到的是 ${typeName(value)} 。`] })
  }
  const members = new Map<string, unknown>(Object.entries(value))
  return (name) => members.get(name)
}

/**
 * Reads a body as a serializer of the console does; unknown keys are ignored.
 * @param shape asks for each key with its field, and builds the result
 * @throws Refused 400 code 20400 with a message for each invalid field
 */
export function readFields<T>(body: Body, shape: (ask: <V>(name: string, field: Field<V>) => V) => T): T {
  const sender = senderOf(body)
  const errors: Record<string, readonly string[]> = {}
  const result = shape((name, field) => {
    const outcome = field.read(sender(name), body.kind === 'form')
    if ('value' in outcome) return outcome.value
    errors[name] = [outcome.error]
    return field.placeholder
  })
  if (Object.keys(errors).length > 0) throw invalid(errors)
  return result
}
