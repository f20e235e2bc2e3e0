import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { portSchema, protocols } from '../../src/api/contract/port'
import type { GatewayRule } from '../../src/domain/model/component'
import { storeDesiredState } from '../../src/domain/model/stored-desired-state'
import type { PreparedPlan } from '../../src/features/change/engine/stages/prepare'
import { Failure } from '../failure'
import type { InputFile } from '../input-file'
import type { Scope } from '../options'
import { namedComponent } from '../../src/features/change/words/named-component'

/** The version of the file's form. */
const version = 1

const desiredPortSchema = z.strictObject({
  protocol: z.exactOptional(z.enum(protocols)),
  alias: z.exactOptional(z.string()),
  inner: z.exactOptional(z.boolean()),
  outer: z.exactOptional(z.boolean()),
})

const gatewayRuleSchema: z.ZodMiniType<GatewayRule> = z.strictObject({
  port: z.int(),
  open: z.boolean(),
  custom: z.boolean(),
  kind: z.enum(['http', 'tcp']),
  protocol: z.string(),
  publicAddress: z.string(),
})

const partSchema = z.strictObject({
  app: z.string(),
  component: z.string(),
  componentId: z.string(),
  /** What is asked for, as `restoreDesiredState` reads it. */
  desired: z.strictObject({
    ports: z.array(z.tuple([z.int(), z.union([z.literal('delete'), desiredPortSchema])])),
    internalDomain: z.exactOptional(z.string()),
    adds: z.exactOptional(z.array(z.int())),
  }),
  /** What the component was like when it was planned. */
  seen: z.strictObject({ ports: z.array(portSchema), gatewayRules: z.nullable(z.array(gatewayRuleSchema)) }),
  /** The calls that were planned. */
  steps: z.array(z.unknown()),
})

const contentSchema = z.strictObject({
  portdeckPlan: z.literal(version),
  console: z.string(),
  teamId: z.string(),
  /** As it was given. */
  scope: z.strictObject({
    team: z.string(),
    region: z.string(),
    app: z.exactOptional(z.string()),
    component: z.exactOptional(z.string()),
  }),
  components: z.array(partSchema),
})

/** A plan as `plan --out` writes it: what was asked for, where, and of which state of the ports. */
export type StoredPlan = z.infer<typeof contentSchema>
export type StoredPart = z.infer<typeof partSchema>

/**
 * Writes plans to a file, with a fingerprint that tells damage and slips of an editor; it protects from nobody who means
 * to forge one. Throws a `Failure`.
 */
export function writePlan(
  file: string,
  prepared: readonly PreparedPlan[],
  { console, teamId, scope }: { readonly console: string; readonly teamId: string; readonly scope: Scope },
): void {
  const { team, region, app, component } = scope
  const content: StoredPlan = {
    portdeckPlan: version,
    console,
    teamId,
    scope: { team, region, ...(app !== undefined && { app }), ...(component !== undefined && { component }) },
    components: prepared.map(({ target, desired, seen, plan }) => {
      const { ports, internalDomain, adds } = storeDesiredState(desired)
      return {
        ...namedComponent(target),
        desired: {
          ports: ports.map(([port, asked]) => [port, asked]),
          ...(internalDomain !== undefined && { internalDomain }),
          ...(adds && { adds: [...adds] }),
        },
        seen: {
          ports: [...seen.ports],
          gatewayRules: seen.gatewayRules && [...seen.gatewayRules],
        },
        steps: [...plan.steps],
      }
    }),
  }
  try {
    writeFileSync(file, `${JSON.stringify({ ...content, fingerprint: fingerprintOf(content) }, null, 2)}\n`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(({ say }) => say('files.unwritable', { file, why }))
  }
}

/** Returns the plan in a file; null where it holds something else, such as a sheet. Throws a `Failure` where it is damaged. */
export function readPlan({ name, text }: InputFile): StoredPlan | null {
  if (!/^\s*\{\s*"portdeckPlan"/.test(text)) return null
  const found = jsonOf(text)
  const known = z.looseObject({ portdeckPlan: z.unknown(), fingerprint: z.string() }).safeParse(found)
  if (!known.success) throw damaged(name)
  const { fingerprint, ...rest } = known.data
  if (rest.portdeckPlan !== version)
    throw new Failure(({ say }) =>
      say('planFile.version', {
        file: name,
        version: JSON.stringify(rest.portdeckPlan),
        known: String(version),
      }),
    )
  const content = contentSchema.safeParse(rest)
  if (fingerprintOf(rest) !== fingerprint || !content.success) throw damaged(name)
  return content.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function damaged(file: string): Failure {
  return new Failure(({ say }) => say('planFile.damaged', { file }))
}

/** Blanks between keys and values make no difference. */
function fingerprintOf(content: object): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`
}
