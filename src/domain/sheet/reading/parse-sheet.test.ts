import { describe, expect, test } from 'vitest'
import type { SheetFormat } from '../sheet'
import { parseSheet } from './parse-sheet'

/** What a sheet says, without where it says it. */
function rowsIn(text: string, format?: SheetFormat) {
  const parsed = parseSheet(text, format)
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors))
  return parsed.sheet.rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'at' && field !== 'cells')),
  )
}

function errorsIn(text: string, format?: SheetFormat) {
  const parsed = parseSheet(text, format)
  return 'errors' in parsed ? parsed.errors : []
}

/** The one error of a text, as `line:column kind "text"`. */
function errorIn(text: string, format?: SheetFormat): string {
  return errorsIn(text, format)
    .map(({ line, column, text: own, problem }) => `${line}:${column} ${problem.kind} ${JSON.stringify(own)}`)
    .join(', ')
}

const web = { component: 'web', port: 80 }

describe('a spreadsheet', () => {
  test.each([
    ['commas', 'portdeck,1\ncomponent,port\nweb,80'],
    ['semicolons', 'portdeck;1\ncomponent;port\nweb;80'],
    ['tabs', 'portdeck\t1\ncomponent\tport\nweb\t80'],
    ['line ends of Windows', 'portdeck,1\r\ncomponent,port\r\nweb,80\r\n'],
    ['line ends of old Macs', 'portdeck,1\rcomponent,port\rweb,80'],
    ['a byte order mark', '\uFEFFportdeck,1\ncomponent,port\nweb,80'],
    ['blank lines', '\nportdeck,1\n\ncomponent,port\n,\n  \nweb,80\n\n'],
    ['empty cells at the end', 'portdeck,1,,\ncomponent,port,,\nweb,80,,\n'],
    ['quotation marks around everything', '"portdeck","1"\n"component","port"\n"web","80" \n'],
    ['blanks around cells', 'portdeck, 1\n component , port\n web , 80 '],
    ['columns in another order', 'portdeck,1\nport,component\n80,web'],
    ['columns in capitals', 'PORTDECK,1\nCOMPONENT,Port\nweb,80'],
    ['Chinese columns', 'portdeck,1\n组件,端口\nweb,80'],
    ['full-width digits', 'portdeck,１\ncomponent,port\nweb,８０'],
    ['a port with decimals', 'portdeck,1\ncomponent,port\nweb,80.0'],
  ])('may have %s', (_, text) => {
    expect(rowsIn(text)).toEqual([web])
  })

  test.each(['yes', 'TRUE', 'on', '1', 'Open', '是', '开', '已打开'])('says open by %s', (text) => {
    expect(rowsIn(`portdeck,1\ncomponent,port,internal\nweb,80,${text}`)).toEqual([{ ...web, inner: true }])
  })

  test.each(['no', 'FALSE', 'off', '0', 'closed', '否', '关', '已关闭'])('says closed by %s', (text) => {
    expect(rowsIn(`portdeck,1\ncomponent,port,external\nweb,80,${text}`)).toEqual([{ ...web, outer: false }])
  })

  test('has names with separators, quotation marks and line breaks', () => {
    const [row] = rowsIn('portdeck,1\ncomponent,app,port\n"a ""b"", c","x\ny",80')
    expect(row).toEqual({ component: 'a "b", c', app: 'x\ny', port: 80 })
  })

  test.each([
    ['component,port\nweb,80', '1:1 no-version ""'],
    ['portdeck\ncomponent;port\nweb;80', '1:1 no-version ""'],
    ['portdeck,2\ncomponent,port', '1:10 unknown-version "2"'],
    ['portdeck,1,x\ncomponent,port', '1:12 stray-cell "x"'],
    ['portdeck,1\nportdeck,1\ncomponent,port', '2:1 duplicate-field "portdeck"'],
    ['portdeck,1\nmissing,drop\ncomponent,port', '2:9 unknown-value "drop"'],
    ['portdeck,1\ncomponent,port,extrnal', '2:16 unknown-field "extrnal"'],
    ['portdeck,1\ncomponent,port,端口', '2:16 duplicate-field "端口"'],
    ['portdeck,1\ncomponent,alias', '2:1 missing-field "component"'],
    ['portdeck,1\nport,alias', '2:1 missing-field "port"'],
    ['portdeck,1\ncomponent,port,alias\nweb,80', '3:1 cell-count "web"'],
    ['portdeck,1\ncomponent,port\nweb,80,A', '3:8 stray-cell "A"'],
    ['portdeck,1\ncomponent,port\nweb,', '3:1 missing-field "web"'],
    ['portdeck,1\ncomponent,port\n,80', '3:1 missing-field ""'],
    ['portdeck,1\ncomponent,port\nweb,0', '3:5 not-a-port "0"'],
    ['portdeck,1\ncomponent,port\nweb,65536', '3:5 not-a-port "65536"'],
    ['portdeck,1\ncomponent,port\nweb,1e3', '3:5 not-a-port "1e3"'],
    // a German spreadsheet may mean 8000
    ['portdeck,1\ncomponent,port\nweb,8.000', '3:5 not-a-port "8.000"'],
    ['portdeck,1\ncomponent,port,internal\nweb,80,maybe', '3:8 unknown-value "maybe"'],
    ['portdeck,1\ncomponent,port\n"we\nb",x', '4:4 not-a-port "x"'],
    ['portdeck,1\ncomponent,port\nweb,80\n"api,81\ndb,82', '4:1 open-quote "\\"api,81"'],
    ['portdeck,1\ncomponent,port\n"api"x,81\n', '3:1 text-after-quote "\\"api\\"x,81"'],
  ])('%j is refused: %s', (text, error) => {
    expect(errorIn(text)).toBe(error)
  })

  test('of which the columns are misspelt says what was probably meant', () => {
    expect(errorsIn('portdeck,1\ncomponet,port,colour')).toMatchObject([
      { problem: { kind: 'unknown-field', nearest: 'component' } },
      { problem: { kind: 'unknown-field', nearest: null } },
    ])
    expect(errorsIn('portdeck,1\nmising,delete\ncomponent,port')).toMatchObject([
      { line: 2, problem: { nearest: 'missing' } },
      { line: 2 },
    ])
  })

  test('has all its errors told, in the order of the lines', () => {
    expect(errorIn('portdeck,3\ncomponent,port,internal\nweb,x,y\napi,z,no')).toBe(
      '1:10 unknown-version "3", 3:5 not-a-port "x", 3:7 unknown-value "y", 4:5 not-a-port "z"',
    )
  })

  test('has 50,000 rows at most', () => {
    const rows = (count: number) => `portdeck,1\ncomponent,port\n${'web,80\n'.repeat(count)}`
    expect(rowsIn(rows(50_000))).toHaveLength(50_000)
    expect(errorIn(rows(50_001))).toBe('50003:1 too-many-rows "web"')
  })
})

describe('YAML', () => {
  const sheet = (ports: string) => `portdeck: 1\ncomponents:\n  - component: web\n    ports:\n${ports}`

  test('says the same as a spreadsheet', () => {
    const text = sheet(
      '      - port: 80\n        internal: yes\n      - { port: "81", external: false, alias: ~ }\n',
    )
    expect(rowsIn(text)).toEqual([
      { ...web, inner: true },
      { component: 'web', port: 81, outer: false },
    ])
  })

  test('begins with comments, and gives an internal domain to a component', () => {
    const text = `# staging\n---\n${sheet('      - port: 80\n').replace('web\n', 'web\n    internalDomain: shop\n')}`
    expect(rowsIn(text)).toEqual([{ ...web, internalDomain: 'shop' }])
  })

  test.each([
    ['portdeck: 1\n', '1:1 missing-field "portdeck: 1"'],
    ['portdeck: 1\ncomponents: web', '2:13 wrong-type "web"'],
    ['portdeck: 1\ncomponents:\n  - web', '3:5 wrong-type "web"'],
    ['portdeck: 1\ncomponents:\n  - component: web', '3:5 missing-field "component: web"'],
    ['portdeck: 1\ncomponents:\n  - component: web\n    ports: []', '3:5 missing-field "component: web"'],
    [sheet('      - port: 80\n        protocl: tcp\n'), '6:9 unknown-field "protocl"'],
    [sheet('      - port: 80\n        port: 81\n'), '6:9 duplicate-field "port"'],
    [sheet('      - port: [80]\n'), '5:15 wrong-type "[80]", 5:9 missing-field "port: [80]"'],
    [sheet('      - port: &a 80\n      - port: *a\n'), '6:15 wrong-type "*a", 6:9 missing-field "port: *a"'],
    [sheet('      - port: !!int 80\n'), '5:21 wrong-type "80", 5:9 missing-field "port: !!int 80"'],
    [sheet('      - port: 80\n       alias: A\n'), '6:8 syntax "alias: A"'],
    [sheet('      - port: 80\n') + '---\na: b\n', '7:1 syntax "a: b"'],
    [sheet('      - {port: 80\n'), '5:1 syntax "      - {port: 80"'],
  ])('%j is refused: %s', (text, error) => {
    expect(errorIn(text).split(', ').sort()).toEqual(error.split(', ').sort())
  })
})

describe('JSON', () => {
  const sheet = (port: string) =>
    `{"portdeck": 1, "components": [{"component": "web", "ports": [\n${port}]}]}`

  test('says the same as a spreadsheet', () => {
    expect(rowsIn(sheet('{"port": 80, "internal": true, "alias": null}'))).toEqual([{ ...web, inner: true }])
  })

  test.each([
    [sheet('{"port": 80,}'), '2:13 syntax "}]}]}"'],
    [sheet('{"port": 80 "alias": "A"}'), '2:13 syntax "\\"alias\\": \\"A\\"}]}]}"'],
    [sheet('{"port": 80, // web\n}'), '2:14 syntax "// web"'],
    [sheet('{"alias": "A,\n"port": 80}'), '2:11 open-quote "\\"A,"'],
    [sheet('{"port": 80.5}'), '2:10 not-a-port "80.5"'],
    [sheet('{"port": 80, "port": 81}'), '2:14 duplicate-field "port"'],
  ])('%j is refused: %s', (text, error) => {
    expect(errorIn(text)).toBe(error)
  })
})

test.each(['csv', 'yaml', 'json'] as const)(
  'a text that is too deep or too long for %s is refused',
  (format) => {
    const [error] = errorsIn('['.repeat(200_000), format)
    expect(error).toMatchObject({ line: 1, text: '['.repeat(80) })
    expect(errorIn('\n'.repeat(30_000_001), format)).toBe('1:1 too-long ""')
  },
)
