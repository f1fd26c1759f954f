import { useState } from 'react'

const KEY = 'name'

/** A browser can be told to keep nothing; then the name is typed again. */
function read(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Who uploads and publishes, remembered by the browser: there are no accounts yet. */
export function useName(): [name: string, setName: (name: string) => void] {
  const [name, setName] = useState(read)
  const remember = (next: string) => {
    setName(next)
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // It is in the field all the same.
    }
  }
  return [name, remember]
}
