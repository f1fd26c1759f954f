import { connect } from 'node:net'

/** What came back over a connection, in Latin-1, when it was closed by the other side or nothing more came. */
export type Came = {
  text: string
  /** The statuses of the answers, in their order. */
  statuses: number[]
  /** Bytes that could be sent before the other side closed. */
  sent: number
  closed: boolean
}

/**
 * Writes to a connection what no library would, and reads what comes. `more` is sent again and again, as long as the
 * other side takes it, up to `most` bytes. `patience` in milliseconds is how long a silent connection is waited for.
 */
export function overWire(
  port: number,
  text: string,
  { more = '', most = 50_000_000, patience = 2000 } = {},
): Promise<Came> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const came: Buffer[] = []
    let sent = 0
    let closed = false
    const push = () => {
      while (more !== '' && sent < most && !socket.destroyed) {
        sent += more.length
        if (!socket.write(more, 'latin1')) return
      }
    }
    socket.setTimeout(patience, () => socket.destroy())
    socket.on('data', (data) => came.push(data))
    socket.on('drain', push)
    socket.on('error', () => {})
    socket.on('end', () => {
      closed = true
    })
    socket.on('close', (failed) => {
      const all = Buffer.concat(came).toString('latin1')
      const statuses = [...all.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status))
      resolve({ text: all, statuses, sent, closed: closed || failed })
    })
    socket.write(text, 'latin1')
    push()
  })
}

/** A request, head by head. */
export const request = (line: string, heads: readonly string[], body = ''): string =>
  `${[`${line} HTTP/1.1`, ...heads].join('\r\n')}\r\n\r\n${body}`
