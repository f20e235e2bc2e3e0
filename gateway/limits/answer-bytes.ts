export interface AnswerBytesOptions {
  /** Bytes in total. */
  readonly inAll: number
  /** Bytes of one person. */
  readonly perPerson: number
}

/** Counts the bytes of answers from their arrival until they have left to the browser. */
export interface AnswerBytes {
  /**
   * Tells whether the person may hold `bytes` more. They may hold at most half as much as is free, so that some room is
   * left for others however many people use up theirs.
   */
  hasRoom(person: string, bytes: number): boolean
  add(person: string, bytes: number): void
  remove(person: string, bytes: number): void
  /** Returns the bytes of all answers. */
  readonly held: () => number
}

export function createAnswerBytes({ inAll, perPerson }: AnswerBytesOptions): AnswerBytes {
  const byPerson = new Map<string, number>()
  let held = 0
  const of = (person: string) => byPerson.get(person) ?? 0

  return {
    hasRoom(person, bytes) {
      const free = inAll - held - bytes
      return of(person) + bytes <= Math.min(perPerson, free / 2)
    },
    add(person, bytes) {
      held += bytes
      byPerson.set(person, of(person) + bytes)
    },
    remove(person, bytes) {
      held -= bytes
      const left = of(person) - bytes
      if (left === 0) byPerson.delete(person)
      else byPerson.set(person, left)
    },
    held: () => held,
  }
}
