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
