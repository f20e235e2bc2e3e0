import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { parseSeed, type Seed } from '../seeds/seed'

const requestSchema = z.object({
  method: z.string(),
  /** Below `/openapi/v1`. */
  path: z.string(),
  /** `ADMIN` means the first token of the seed; a body is JSON unless there is a content type. */
  headers: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.string()),
})
export type RecordedRequest = z.infer<typeof requestSchema>

const caseSchema = z.object({
  name: z.string(),
  /** Sent first, with the administrator's token. */
  before: z.optional(z.array(requestSchema)),
  request: requestSchema,
  /** `body` is part of the answer; its `err_fields` are the keys of `err`. */
  expect: z.object({
    status: z.int(),
    type: z.string(),
    body: z.optional(z.json()),
    unordered: z.optional(z.string()),
  }),
  /** The ports listed afterwards; a number means that port as in the seed. */
  after: z.optional(
    z.object({ path: z.string(), ports: z.array(z.union([z.int(), z.record(z.string(), z.json())])) }),
  ),
})
export type RecordedCase = z.infer<typeof caseSchema>

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** The exchanges recorded on a real console, each starting from {@link recordedSeed}. */
export const recordedCases: readonly RecordedCase[] = z.array(caseSchema).parse(readJson('./cases.json'))

function readSeed(): Seed {
  const read = parseSeed(readJson('./seed.json'))
  if (!read.ok) throw new Error(read.error)
  return read.seed
}

/** The state of the console before each exchange. */
export const recordedSeed: Seed = readSeed()
