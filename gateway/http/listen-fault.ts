/**
 * Returns one line about why the gateway cannot listen, for the person who starts it; undefined for any other error.
 * @param error the system's
 */
export function listenFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  const [address, port, hostname] = (['address', 'port', 'hostname'] as const).map((name) =>
    name in error ? String(Reflect.get(error, name)) : '',
  )
  if (error.syscall === 'getaddrinfo')
    return `The host ${hostname} can’t be resolved. Set HOST to an address of this machine.`
  if (error.syscall !== 'listen') return undefined
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${address} is in use. Stop the process that listens there, or choose another port.`
    case 'EADDRNOTAVAIL':
      return `${address} isn’t an address of this machine. Set HOST to one that is, or to 0.0.0.0 for all of them.`
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose a port above 1023.`
    default:
      return undefined
  }
}
