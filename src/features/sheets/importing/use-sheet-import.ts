import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DesiredState } from '../../../domain/model/desired-state'
import { mostCharacters } from '../../../domain/sheet/sheet'
import type { Engine } from '../../change/engine/engine'
import type { Outcome } from '../../change/engine/outcome'
import { componentOf } from '../../change/engine/target'
import { useEngine, useIsAsked } from '../../change/use-engine'
import type { SheetPlace } from '../sheet-place'
import { startWork, type Work } from '../work/start-work'
import { type Compared, type ComparingProgress, compareSheet } from './compare-sheet'

/** The most bytes that so many characters have. */
export const mostBytes = 3 * mostCharacters

/** How far the import of a sheet is. */
export type ImportPhase =
  | { readonly name: 'editing' }
  /** `progress` is null until it is known what has to be read. */
  | { readonly name: 'working'; readonly progress: ComparingProgress | null }
  | Compared
  /** A part of the app could not be loaded. */
  | { readonly name: 'failed' }

/** Where the text comes from, as long as it isn't edited. */
interface Source {
  readonly file: string
  readonly text: string
}

export interface SheetImport {
  text: string
  source: Source | null
  /** What is wrong with the file that was chosen last; the text is still the one before. */
  refused: 'too-large' | 'no-text' | null
  /** What was there before a file took its place; null where nothing was lost. */
  replaced: string | null
  phase: ImportPhase
  /** Its review is on the screen. */
  isReviewed: boolean
  edit: (text: string) => void
  take: (file: File) => Promise<void>
  compare: () => void
  /** Reads again what could not be read. */
  retry: () => void
  /** Leads back to the text, and gives up what is under way. */
  back: () => void
  review: (compared: Extract<Compared, { name: 'compared' }>) => Promise<void>
}

const editing: ImportPhase = { name: 'editing' }

/** Returns the import of a sheet into a place. `onSent` is called once a change was sent, and has ended. */
export function useSheetImport(place: SheetPlace, onSent: () => void): SheetImport {
  const client = useQueryClient()
  const engine = useEngine()
  const isAsked = useIsAsked()
  const [text, setText] = useState('')
  const [source, setSource] = useState<Source | null>(null)
  const [refused, setRefused] = useState<SheetImport['refused']>(null)
  const [replaced, setReplaced] = useState<string | null>(null)
  const [phase, setPhase] = useState<ImportPhase>(editing)
  const [review, setReview] = useState<'none' | 'planning' | 'shown'>('none')
  const jobs = useJobs()
  const since = useRef(0)
  if (review === 'planning' && isAsked) setReview('shown')

  async function run(given: string) {
    const job = jobs.begin()
    setPhase({ name: 'working', progress: null })
    const onProgress = (progress: ComparingProgress) => {
      if (!job.signal.aborted) setPhase({ name: 'working', progress })
    }
    try {
      const work = await job.work()
      const asked = { text: given, place, client, engine, work, since: since.current }
      const compared = await compareSheet({ ...asked, signal: job.signal, onProgress })
      if (!job.signal.aborted) setPhase(compared)
    } catch {
      if (job.signal.aborted) return
      jobs.drop()
      setPhase({ name: 'failed' })
    }
  }

  function compare(given = text) {
    since.current = Date.now()
    void run(given)
  }

  function edit(next: string) {
    setText(next)
    setRefused(null)
    setReplaced(null)
    if (phase.name !== 'editing' && phase.name !== 'wrong') setPhase(editing)
  }

  async function take(file: File) {
    setRefused(null)
    if (file.size > mostBytes) {
      setRefused('too-large')
      return
    }
    const job = jobs.begin()
    setPhase({ name: 'working', progress: null })
    try {
      const work = await job.work()
      const decoded = await work.ask('decode', new Uint8Array(await file.arrayBuffer()))
      if (job.signal.aborted) return
      if (decoded === null) {
        setPhase(editing)
        setRefused('no-text')
        return
      }
      setReplaced(text !== '' && text !== decoded && source?.text !== text ? text : null)
      setText(decoded)
      setSource({ file: file.name, text: decoded })
      compare(decoded)
    } catch {
      if (job.signal.aborted) return
      jobs.drop()
      setPhase({ name: 'failed' })
    }
  }

  return {
    ...{ text, source, refused, replaced, phase },
    isReviewed: review === 'shown',
    edit,
    take,
    compare: () => compare(),
    retry: () => void run(text),
    back() {
      jobs.drop()
      setPhase(editing)
    },
    async review(compared) {
      if (review !== 'none') return
      setReview('planning')
      const outcomes = await changeTo(engine, compared)
      setReview('none')
      if (wasSent(outcomes)) {
        setText('')
        setSource(null)
        setReplaced(null)
        setPhase(editing)
        onSent()
      } else if (!outcomes.some(({ kind }) => kind === 'not-started')) {
        // Somebody else has done it meanwhile, or has made it impossible.
        compare()
      }
    },
  }
}

/** Asks for what a sheet says, in one review. */
function changeTo(engine: Engine, { comparison, targets }: Extract<Compared, { name: 'compared' }>) {
  const desired = new Map<string, DesiredState>(
    comparison.components.map((component) => [component.componentId, component.desired]),
  )
  const isChanged = ({ ports, internalDomain }: DesiredState) =>
    ports.size > 0 || internalDomain !== undefined
  const changed = [...targets.values()].filter((target) => {
    const asked = desired.get(componentOf(target))
    return asked !== undefined && isChanged(asked)
  })
  return engine.change(changed, (target) => desired.get(componentOf(target)) ?? { ports: new Map() }, {
    alwaysAsks: true,
  })
}

function wasSent(outcomes: readonly Outcome[]): boolean {
  return outcomes.some(({ steps }) => steps.some(({ result }) => result !== 'not-sent'))
}

interface Job {
  signal: AbortSignal
  /** Rejects where its code can't be fetched. */
  work: () => Promise<Work>
}

/** Returns what begins jobs: each ends the one before. They share what works beside the page until that is dropped. */
function useJobs() {
  const [jobs] = useState(createJobs)
  useEffect(() => jobs.drop, [jobs])
  return jobs
}

function createJobs() {
  let running = new AbortController()
  let work: Promise<Work> | null = null
  return {
    begin: (): Job => {
      running.abort()
      running = new AbortController()
      return { signal: running.signal, work: () => (work ??= startWork()) }
    },
    /** Ends the job, and what it works with: reading a long sheet can't be interrupted otherwise. */
    drop: () => {
      running.abort()
      void work?.then(
        ({ end }) => end(),
        () => undefined,
      )
      work = null
    },
  }
}
