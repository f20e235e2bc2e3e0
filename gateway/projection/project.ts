import * as z from 'zod/mini'
import { publicWords } from './public-words'

/** Copies what a browser may see of a parsed answer. Total: whatever the console sent, it returns something harmless. */
export type Projection = (value: unknown) => unknown

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns a value of another type than expected without its content, so that the app reports the same field. */
export function emptied(value: unknown): unknown {
  if (typeof value === 'string') return ''
  if (Array.isArray(value)) return []
  return isObject(value) ? {} : value
}

/** Longer than any value that Rainbond stores. */
const longestString = 4096

/** The start of a dump, which is longer than most values. */
const dump = /Traceback \(most recent call last\)|panic: |goroutine \d+ \[/
const shortestDump = 16

function projectString(value: unknown): unknown {
  if (typeof value !== 'string') return emptied(value)
  if (value.length < shortestDump) return value
  return dump.test(value) ? '' : value.slice(0, longestString)
}

const projectWords: Projection = (value) =>
  typeof value === 'string' ? (publicWords(value) ?? '') : emptied(value)

/** Fields that hold sentences of a cluster instead of values. */
const sentences = new Set(['message'])

/**
 * Derives a projection from a schema of the contract: the fields that it names, with what the console sent in them. It does
 * not check them; the app does.
 */
export function projectionOf(schema: z.core.$ZodType): Projection {
  if (schema instanceof z.core.$ZodObject) return projectFields(schema._zod.def.shape)
  if (schema instanceof z.core.$ZodArray) return projectItems(projectionOf(schema._zod.def.element))
  if (schema instanceof z.core.$ZodPipe) return projectionOf(schema._zod.def.in)
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodNullable)
    return projectionOf(schema._zod.def.innerType)
  return schema instanceof z.core.$ZodString ? projectString : emptied
}

function projectFields(shape: Readonly<Record<string, z.core.$ZodType>>): Projection {
  const fields = Object.entries(shape).map(
    ([name, field]) => [name, sentences.has(name) ? projectWords : projectionOf(field)] as const,
  )
  return (value) => {
    if (!isObject(value)) return emptied(value)
    const projected: Record<string, unknown> = {}
    for (const [name, project] of fields) {
      const field = value[name]
      if (field !== undefined) projected[name] = project(field)
    }
    return projected
  }
}

const projectItems =
  (project: Projection): Projection =>
  (value) =>
    Array.isArray(value) ? value.map(project) : emptied(value)

/** Projects one object, in Rainbond's envelope or bare. */
export function beanOf(schema: z.core.$ZodType): Projection {
  const project = projectionOf(schema)
  return (body) =>
    isObject(body) && isObject(body['data'])
      ? { data: { bean: project(body['data']['bean']) } }
      : project(body)
}

/** Projects a list, in Rainbond's envelope, as a bare array, or as one bare object. */
export function listOf(schema: z.core.$ZodType): Projection {
  const project = projectionOf(schema)
  return (body) => {
    if (Array.isArray(body)) return body.map(project)
    if (!isObject(body) || !isObject(body['data'])) return project(body)
    const { list } = body['data']
    return Array.isArray(list) ? { data: { list: list.map(project) } } : project(body)
  }
}
