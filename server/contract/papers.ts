import { z } from 'zod'

/** What the API says of the papers that figures, targets, plans and single facts were taken from. */

export const paperItem = z
  .object({
    id: z.string().describe('Its place on the page of the paper: what stands behind # in the address'),
    about: z.string().describe('What it is about: a measure and an area, a plan, a committee, a subject'),
    text: z.string().describe('What the paper says, in one line'),
    more: z.array(z.string()).describe('What else it says of it'),
    when: z.string().nullable().describe('The day or time that it is of, in words'),
    place: z.string().nullable().describe('Where it stands in the paper'),
    doubt: z.string().nullable().describe('Where sources differ, or what is doubted'),
    path: z
      .string()
      .describe('The screen that shows it; of a fact that no other screen shows, its place here'),
    link: z.string().nullable().describe('What that screen is; null where it is shown here only'),
  })
  .meta({ id: 'PaperItem' })
export type PaperItem = z.infer<typeof paperItem>

export const paperGroup = z.object({ id: z.string(), title: z.string(), items: z.array(paperItem) })
export type PaperGroup = z.infer<typeof paperGroup>

const heading = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: z.string().describe('When it came out, as exactly as that is known, in words'),
  facts: z.int().describe('How many facts of it are shown'),
})

export const papersAnswer = z
  .object({ words: z.string(), papers: z.array(heading.extend({ held: z.string() })) })
  .meta({ id: 'Papers' })
export type PapersAnswer = z.infer<typeof papersAnswer>

/** Everything that is held from one paper, in groups; groups without anything are left out. */
export const paperAnswer = heading
  .extend({
    url: z.string().nullable(),
    words: z.string().describe('How many facts there are of each kind'),
    hidden: z.string().nullable().describe('How many facts are left out, since they are not for everybody'),
    groups: z.array(paperGroup),
  })
  .meta({ id: 'Paper' })
export type PaperAnswer = z.infer<typeof paperAnswer>
