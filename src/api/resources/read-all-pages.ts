const pageSize = 100
const mostPages = 500

/**
 * Reads a paged list to its end. Takes `readPage`, which asks for a page by its query string, and `idOf`; gives each
 * row once, in order. A server may give less than the asked-for size, so a page is the last one when the total is
 * reached or when it brings nothing new. Throws what `readPage` throws.
 */
export async function readAllPages<Row>(
  readPage: (query: string) => Promise<{ rows: readonly Row[]; total: number }>,
  idOf: (row: Row) => string,
): Promise<Row[]> {
  const found = new Map<string, Row>()
  for (let page = 1; page <= mostPages; page += 1) {
    const before = found.size
    const { rows, total } = await readPage(`page=${page}&page_size=${pageSize}`)
    for (const row of rows) found.set(idOf(row), row)
    if (found.size >= total || found.size === before) break
  }
  return [...found.values()]
}
