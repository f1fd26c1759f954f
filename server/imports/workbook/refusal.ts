/** How much of a workbook is read. Past any of these it is refused, however small the file itself is. */
export type Limits = typeof LIMITS

const MB = 1024 * 1024

export const LIMITS = {
  /** Entries of the zip file. */
  parts: 5000,
  /** Bytes of any one part, and of all that is read, counted as they are unpacked. */
  sheetBytes: 256 * MB,
  stringsBytes: 128 * MB,
  partBytes: 16 * MB,
  totalBytes: 320 * MB,
  /** How many times its packed size a part may unpack to, once it is past `ratioFrom`. Tables reach 10 to 30. */
  ratio: 200,
  ratioFrom: 16 * MB,
  /** How deep XML may nest, and how much of it may go by without an element beginning or ending. */
  depth: 64,
  silence: MB,
  sheets: 1000,
  relations: 10_000,
  formats: 70_000,
  strings: 1_000_000,
  stringCharacters: 32 * MB,
  /** Excel's own. */
  rows: 1_048_576,
  columns: 500,
  cellCharacters: 32_767,
  /** Of all cells together, for a long text can be referred to a million times; and of what is handed on at a time. */
  sheetCharacters: 256 * MB,
  batchCharacters: 4 * MB,
}

/** What the analyst can do about most of what can be wrong with a workbook. */
export const SAVE_AGAIN =
  'Open it in Excel, choose Save as, Excel workbook (.xlsx) or CSV UTF-8, and choose that file.'
export const COPY_TABLE =
  'Copy the table alone into a new workbook, as values, and choose that. Or save the sheet as CSV UTF-8.'

/** Ends the reading of a workbook; it is caught where the reading began, and becomes a Stop. */
export class Refusal extends Error {
  readonly check: string
  readonly remedy: string
  readonly row: number | null

  constructor(
    message: string,
    remedy: string,
    { check = 'workbook', row = null }: { check?: string; row?: number | null } = {},
  ) {
    super(message)
    this.check = check
    this.remedy = remedy
    this.row = row
  }
}

/** Something in it is not as a spreadsheet program would have written it. */
export const damaged = (row = 0) =>
  new Refusal('Part of this workbook is damaged and cannot be read.', SAVE_AGAIN, { row: row || null })

export const protectedByPassword = () =>
  new Refusal(
    'The workbook is protected with a password.',
    'Open it in Excel, take the password out under File, Info, Protect Workbook, and save it again.',
  )

export const tooLarge = (what: string, row: number | null = null) => new Refusal(what, COPY_TABLE, { row })
