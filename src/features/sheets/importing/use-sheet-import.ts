import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { mostCharacters } from '../../../domain/sheet/sheet'
import { useEngine } from '../../change/use-engine'
import { useComparedReview } from '../comparing/use-compared-review'
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
  const [text, setText] = useState('')
  const [source, setSource] = useState<Source | null>(null)
  const [refused, setRefused] = useState<SheetImport['refused']>(null)
  const [replaced, setReplaced] = useState<string | null>(null)
  const [phase, setPhase] = useState<ImportPhase>(editing)
  const { isShown, review } = useComparedReview()
  const jobs = useJobs()
  const since = useRef(0)

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
    isReviewed: isShown,
    edit,
    take,
    compare: () => compare(),
    retry: () => void run(text),
    back() {
      jobs.drop()
      setPhase(editing)
    },
    review: (compared) =>
      review(compared, (end) => {
        if (end === 'sent') {
          setText('')
          setSource(null)
          setReplaced(null)
          setPhase(editing)
          onSent()
        } else if (end === 'outdated') {
          compare()
        }
      }),
  }
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
