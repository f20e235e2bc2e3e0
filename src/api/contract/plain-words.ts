const limit = 400

/** Text that is unreadable as a whole. */
const unreadable = /traceback|<\/?[a-z!][^>]*>/i

/** The start of text for programs: JSON, a Python dictionary, a printed Python object. */
const forPrograms = /[{[]\s*(?:["'{[]|[}\]])|\b[A-Z]\w*(?:Error|Exception|Pool|Connection)\(/

/** Internals of a platform: addresses, names of its own network, paths of routes and files. */
const addresses = [
  /\b[a-z][a-z\d+.-]*:\/\/[^\s"'<>()，。；]+/gi,
  /\[[\da-f:]*:[\da-f:]*\](?::\d+)?/gi,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?::\d+)?/g,
  /\b(?:[a-z\d-]+\.)*(?:[a-z\d-]+\.(?:svc|local|internal|cluster)|localhost)\b(?:\.[a-z\d-]+)*(?::\d+)?/gi,
  /(?<![\w.…/])(?:\/[\w.%~-]+){2,}\/?(?:\?[^\s"']*)?/g,
]

const omitted = '…'

/**
 * Returns what can be shown of a text from Rainbond or a cluster, or undefined where that is nothing: JSON, tracebacks and
 * markup are dropped, and internal addresses of the platform become an ellipsis.
 */
export function plainWords(said: unknown): string | undefined {
  if (typeof said !== 'string' || unreadable.test(said)) return undefined
  const sentence = said.slice(0, forPrograms.exec(said)?.index)
  const bare = addresses.reduce((words, address) => words.replaceAll(address, omitted), sentence)
  const plain = bare.replace(/[\s:：,，;；("'“（]+$/u, '').trim()
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined
  return plain.length > limit ? `${plain.slice(0, limit)}${omitted}` : plain
}
