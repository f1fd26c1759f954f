import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Line, LineChart, XAxis, YAxis } from 'recharts'

/** The floor of a chart: nothing but React and Recharts, four lines of ten points, and a button that brings other data. */
const KEYS = ['own', 'neighbours', 'region', 'england']
const rows = (shift: number) =>
  Array.from({ length: 10 }, (_, i) => ({
    year: 2016 + i,
    ...Object.fromEntries(KEYS.map((key, k) => [key, 60 + 40 * k + ((i * 7 + shift * 13 + k * 5) % 30)])),
  }))

function Floor() {
  const [shift, setShift] = useState(0)
  return (
    <>
      <h1>Data {shift}</h1>
      <button type="button" onClick={() => setShift(shift + 1)}>
        Change
      </button>
      <LineChart width={1100} height={380} data={rows(shift)}>
        <XAxis dataKey="year" />
        <YAxis />
        {KEYS.map((key) => (
          <Line key={key} dataKey={key} isAnimationActive={false} />
        ))}
      </LineChart>
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Floor />)
