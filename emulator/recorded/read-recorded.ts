import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { parseSeed, type Seed } from '../seeds/seed'

const requestSchema = z.object({
  method: z.string(),
  /** Below `/openapi/v1`. */
  path: z.string(),
  /** `ADMIN` stands for the first token of the seed; a body is JSON unless a content type is given. */
  headers: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.string()),
})
export type RecordedRequest = z.infer<typeof requestSchema>

const caseSchema = z.object({
  name: z.string(),
  /** Sent first, with the admin's token. */
  before: z.optional(z.array(requestSchema)),
  request: requestSchema,
  /** `body` holds part of the answer; `err_fields` in it are the keys of `err`. */
  expect: z.object({
    status: z.int(),
    type: z.string(),
    body: z.optional(z.json()),
    unordered: z.optional(z.string()),
  }),
  /** The ports that are listed afterwards; a number stands for that port as the seed has it. */
  after: z.optional(
    z.object({ path: z.string(), ports: z.array(z.union([z.int(), z.record(z.string(), z.json())])) }),
  ),
})
export type RecordedCase = z.infer<typeof caseSchema>

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** The exchanges that were recorded on a real console, each beginning at {@link recordedSeed}. */
export const recordedCases: readonly RecordedCase[] = z.array(caseSchema).parse(readJson('./cases.json'))

function readSeed(): Seed {
  const read = parseSeed(readJson('./seed.json'))
  if (!read.ok) throw new Error(read.error)
  return read.seed
}

/** The state in which the console was before each exchange. */
export const recordedSeed: Seed = readSeed()
