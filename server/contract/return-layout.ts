/**
 * The columns of our own long layout, a row a figure: what the template has, what the importer reads and what an export
 * of everything held is written in, so that an export can be imported again.
 */
export const RETURN_COLUMNS = [
  'period',
  'indicator_id',
  'area_code',
  'dimension',
  'numerator',
  'denominator',
  'value',
  'status',
  'note',
] as const
