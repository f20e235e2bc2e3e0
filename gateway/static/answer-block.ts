/** The text of an answer in JSON, with what its reader needs to know of it. */
export interface EmbeddedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Returns markup that tells the app which answers follow in the page (src/api/request/page-answers.ts).
 * @param language that of sentences of the gateway in them
 */
export const promiseOf = (paths: readonly string[], language: string): string =>
  `<meta name="answers" content="${attribute(paths.join(' '))}" data-language="${language}">`

/**
 * Returns an answer as a block of data, which no browser runs, and behind it a comment: once that is there, the block is
 * complete.
 */
export function answerBlock(path: string, { status, headers, body }: EmbeddedAnswer): string {
  const facts = `data-status="${status}" data-headers="${attribute(JSON.stringify(headers))}"`
  return `<script type="application/json" data-answer="${attribute(path)}" ${facts}>${scriptText(body)}</script><!---->\n`
}

/** Writes JSON so that nothing in it can end the element. There, `<` stands in texts only, where it can be escaped. */
const scriptText = (json: string) => json.replaceAll('<', '\\u003c')

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const attribute = (text: string) => text.replace(/[&"<>]/g, (character) => escapes[character] ?? '')
