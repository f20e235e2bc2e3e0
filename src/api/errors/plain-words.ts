const limit = 400

/** What no person can read at all. */
const unreadable = /traceback|<\/?[a-z!][^>]*>/i

/** Where something begins that was written for programs: JSON, a Python dictionary, the text of a Python object. */
const forPrograms = /[{[]\s*(?:["'{[]|[}\]])|\b[A-Z]\w*(?:Error|Exception|Pool|Connection)\(/

/** What says where things stand inside a platform: addresses, names of its own network, paths of routes and files. */
const addresses = [
  /\b[a-z][a-z\d+.-]*:\/\/[^\s"'<>()，。；]+/gi,
  /\[[\da-f:]*:[\da-f:]*\](?::\d+)?/gi,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?::\d+)?/g,
  /\b(?:[a-z\d-]+\.)*(?:[a-z\d-]+\.(?:svc|local|internal|cluster)|localhost)\b(?:\.[a-z\d-]+)*(?::\d+)?/gi,
  /(?<![\w.…/])(?:\/[\w.%~-]+){2,}\/?(?:\?[^\s"']*)?/g,
]

const omitted = '…'

/**
 * Returns what a person can be shown of words that Rainbond or a cluster said, or undefined where that is nothing:
 * without JSON, tracebacks and markup, and without the addresses of the platform's inside, which become an ellipsis.
 */
export function plainWords(said: unknown): string | undefined {
  if (typeof said !== 'string' || unreadable.test(said)) return undefined
  const sentence = said.slice(0, forPrograms.exec(said)?.index)
  const bare = addresses.reduce((words, address) => words.replaceAll(address, omitted), sentence)
  const plain = bare.replace(/[\s:：,，;；("'“（]+$/u, '').trim()
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined
  return plain.length > limit ? `${plain.slice(0, limit)}${omitted}` : plain
}
