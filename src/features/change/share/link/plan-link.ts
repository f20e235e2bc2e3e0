import * as z from 'zod/mini'
import { protocols } from '../../../../api/contract/port'
import type { DesiredPort, DesiredState } from '../../../../domain/model/desired-state'
import { compressed, decompressed, TooLong } from './compressed'

/** What was asked for of the components of one cluster: no steps, which are planned again when the link is opened. */
export interface LinkedPlan {
  readonly team: string
  readonly region: string
  readonly parts: readonly LinkedPart[]
}

export interface LinkedPart {
  readonly app: number
  readonly component: string
  /** Of the app and of the component, to be shown where they are found no more. */
  readonly names: readonly [string, string]
  readonly desired: DesiredState
}

/** Why a link holds no plan. */
export type LinkProblem = 'damaged' | 'version' | 'too-large' | 'invalid'

/** The version of the form. */
const version = 1

/** What a link may hold: more than a page of all ports ever has selected. */
export const limits = { characters: 1_000_000, bytes: 8_000_000, components: 5000 } as const

// Only what the app uses of zod anyway: the rest of it would be loaded with the first page.
const textOf = (form: RegExp) => z.string().check(z.refine((text) => form.test(text)))
const id = textOf(/^[\w-][\w.-]{0,63}$/)
const shownName = textOf(/^[^]{0,1000}$/)
/** Longer than any name that Rainbond takes, and without characters that can't be seen. */
const value = textOf(/^[^\p{Cc}\p{Cf}]{0,255}$/u)
const portNumber = z.int().check(z.minimum(1), z.maximum(65535))

const areUnique = (ids: readonly unknown[]) => new Set(ids).size === ids.length

const portSchema = z.strictObject({
  port: portNumber,
  isDeleted: z.optional(z.boolean()),
  protocol: z.optional(z.enum(protocols)),
  alias: z.optional(value),
  inner: z.optional(z.boolean()),
  outer: z.optional(z.boolean()),
})

const componentSchema = z.strictObject({
  app: z.int().check(z.minimum(1)),
  appName: shownName,
  component: id,
  componentName: shownName,
  ports: z.array(portSchema).check(z.refine((ports) => areUnique(ports.map(({ port }) => port)))),
  internalDomain: z.optional(value),
  adds: z.optional(z.array(portNumber)),
})

const contentSchema = z.strictObject({
  version: z.int(),
  team: id,
  region: id,
  components: z.array(componentSchema).check(
    z.refine(({ length }) => length > 0 && length <= limits.components),
    z.refine((components) => areUnique(components.map(({ component }) => component))),
  ),
})
type Content = z.infer<typeof contentSchema>

/** What the fragment of an address begins with that holds a plan, after the `#`. */
export const fragmentPrefix = 'plan='

/** Returns the fragment of an address that holds a plan. */
export async function planFragment({ team, region, parts }: LinkedPlan): Promise<string> {
  const content: Content = { version, team, region, components: parts.map(contentOf) }
  return `#${fragmentPrefix}${await compressed(JSON.stringify(content))}`
}

/** Reads the plan in a fragment. Whoever made the link may be anybody: it has the expected form, or is a problem. */
export async function readPlanFragment(
  fragment: string,
): Promise<{ plan: LinkedPlan } | { problem: LinkProblem }> {
  if (fragment.length > limits.characters) return { problem: 'too-large' }
  try {
    const text = await decompressed(fragment.slice(fragmentPrefix.length + 1), limits.bytes)
    const content: unknown = JSON.parse(text)
    const stated = z.looseObject({ version: z.unknown() }).safeParse(content)
    if (!stated.success) return { problem: 'damaged' }
    if (stated.data.version !== version) return { problem: 'version' }
    const parsed = contentSchema.safeParse(content)
    if (!parsed.success) return { problem: 'invalid' }
    const { team, region, components } = parsed.data
    return { plan: { team, region, parts: components.map(partOf) } }
  } catch (error) {
    return { problem: error instanceof TooLong ? 'too-large' : 'damaged' }
  }
}

type ComponentContent = Content['components'][number]

function contentOf({ app, component, names, desired }: LinkedPart): ComponentContent {
  const { ports, internalDomain, adds } = desired
  return {
    ...{ app, appName: names[0], component, componentName: names[1] },
    ports: [...ports].map(([port, asked]) =>
      asked === 'delete' ? { port, isDeleted: true } : { port, ...asked },
    ),
    ...(internalDomain !== undefined && { internalDomain }),
    ...(adds && { adds: [...adds] }),
  }
}

function partOf({ app, appName, component, componentName, ...asked }: ComponentContent): LinkedPart {
  const { ports, internalDomain, adds } = asked
  return {
    ...{ app, component, names: [appName, componentName] },
    desired: {
      ports: new Map(ports.map((one) => [one.port, portOf(one)])),
      ...(internalDomain !== undefined && { internalDomain }),
      ...(adds && { adds: new Set(adds) }),
    },
  }
}

function portOf({
  isDeleted,
  protocol,
  alias,
  inner,
  outer,
}: z.infer<typeof portSchema>): Partial<DesiredPort> | 'delete' {
  if (isDeleted === true) return 'delete'
  return {
    ...(protocol !== undefined && { protocol }),
    ...(alias !== undefined && { alias }),
    ...(inner !== undefined && { inner }),
    ...(outer !== undefined && { outer }),
  }
}
