export type Shape = 'circle' | 'square' | 'triangle' | 'diamond'

/** How a line is told from the others: by colour, by dash and by the shape of its points, never by colour alone. */
export type Style = { colour: string; dash: string | undefined; shape: Shape; width: number }

/** The categorical palette of the Government Analysis Function; each has at least 3:1 contrast on white. */
const OWN: Style = { colour: '#12436D', dash: undefined, shape: 'circle', width: 3 }
const NEIGHBOURS: Style = { colour: '#1d7d73', dash: '8 4', shape: 'square', width: 2 }
const REGION: Style = { colour: '#801650', dash: '2 3', shape: 'triangle', width: 2 }
const ENGLAND: Style = { colour: '#c4500f', dash: '10 3 2 3', shape: 'diamond', width: 2 }
const AREAS: readonly Style[] = [
  { colour: '#3D3D3D', dash: '5 3', shape: 'circle', width: 2 },
  { colour: '#7a5aa8', dash: undefined, shape: 'square', width: 2 },
  { colour: '#2073BC', dash: '1 3', shape: 'triangle', width: 2 },
  { colour: '#6b5b00', dash: '12 3', shape: 'diamond', width: 2 },
]

export function styleOf(kind: 'own' | 'neighbours' | 'region' | 'england' | 'area', index: number): Style {
  switch (kind) {
    case 'own':
      return OWN
    case 'neighbours':
      return NEIGHBOURS
    case 'region':
      return REGION
    case 'england':
      return ENGLAND
    case 'area':
      return AREAS[index % AREAS.length] ?? OWN
  }
}
