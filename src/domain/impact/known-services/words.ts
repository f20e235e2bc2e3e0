/**
 * Words by which people call a port or a component that is meant for administrators, developers or monitoring, and not
 * for visitors. Most are what frameworks call them: Spring Boot's Actuator, Go's pprof and expvar, Java's JMX, Django's
 * admin, Prometheus' metrics.
 */
export const surfaceWords: ReadonlySet<string> = new Set([
  ...['ADMIN', 'ADMINS', 'ADMINISTRATION', 'ADMINISTRATOR', 'MANAGEMENT', 'MGMT', 'BACKOFFICE'],
  ...['CONSOLE', 'CONSOLES', 'DASHBOARD', 'DASHBOARDS'],
  ...['METRICS', 'METRIC', 'MONITORING'],
  ...['DEBUG', 'DEBUGGER', 'DEBUGGING', 'ACTUATOR', 'PPROF', 'EXPVAR', 'PROFILER', 'DEVTOOLS', 'INSPECTOR'],
  ...['SHELL', 'WEBSHELL'],
])

/** The same in Chinese, which writes no gaps between words: these count wherever they stand. */
export const chineseSurfaceWords: readonly string[] = [
  '管理后台',
  '后台管理',
  '管理端',
  '控制台',
  '仪表盘',
  '调试',
]

/**
 * Returns the words of a name in capitals: what stands between anything but letters and digits, whole and split where
 * the case changes and at digits, and each two neighbours written as one (`xxl-job` is XXLJOB, too). `WEB_ADMIN2` and
 * `webAdmin` hold ADMIN, `CONSOLEX` holds no CONSOLE.
 */
export function wordsIn(name: string): Set<string> {
  const segments = name.split(/[^A-Za-z0-9]+/).filter((segment) => segment !== '')
  const parts = segments.flatMap((segment) =>
    segment
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .split(/[ 0-9]+/),
  )
  const pairs = segments.slice(1).map((segment, at) => `${segments[at] ?? ''}${segment}`)
  return new Set([...segments, ...parts, ...pairs].map((word) => word.toUpperCase()))
}

/** The last part of an image's path: what runs, without the registry and the version that it is got from. */
export function imageName(image: string): string {
  const path = image.split('@')[0] ?? ''
  return path
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/:[^/]*$/, '')
}
