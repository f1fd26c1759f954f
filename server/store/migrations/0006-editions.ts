import { type Kysely, sql } from 'kysely'

/**
 * Two editions of one store. `withheld` says why a figure of the council's own is kept from the public: null for one
 * that nobody has judged yet, '' for one that may be shown. What a national publication prints is public already. The
 * public edition reads the views: a figure that is not judged, or not for the public, is hidden. A correction that would
 * tell of a few children (small-revision) is not there at all: what was shown before goes on standing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('figure').addColumn('withheld', 'text').execute()

  const shown = sql`release.kind = 'published' or figure.withheld = ''`
  await sql`
    create view public_figure as
    select
      figure.series_id,
      figure.period,
      figure.release_id,
      case when ${shown} then figure.value end as value,
      case when ${shown} then figure.missing else 'suppressed' end as missing,
      case when ${shown} then figure.numerator end as numerator,
      case when ${shown} then figure.denominator end as denominator,
      figure.status,
      case when ${shown} then figure.note end as note,
      case when ${shown} then figure.doubt end as doubt,
      cast(null as text) as withheld
    from figure
    inner join release on release.id = figure.release_id
    where release.state <> 'draft'
      and (figure.withheld is null or figure.withheld <> 'restricted')
      and not (
        figure.withheld is not null and figure.withheld = 'small-revision' and exists (
          select 1
          from figure as before
          inner join release as shown on shown.id = before.release_id
          where before.series_id = figure.series_id
            and before.period = figure.period
            and before.withheld = ''
            and shown.state = 'published'
        )
      )
  `.execute(db)

  // Who loaded a release and what they wrote of it is not for the public; nor is a file by its name.
  await sql`
    create view public_release as
    select
      release.id,
      release.kind,
      release.title,
      release.publisher,
      release.licence,
      release.source_date,
      cast(null as text) as file_name,
      cast(null as text) as file_hash,
      release.state,
      release.published_at,
      release.withdrawn_at,
      release.loaded_at,
      case when release.loaded_by = 'demonstration' then release.loaded_by else 'the council' end as loaded_by,
      cast(null as text) as reason,
      upload.figures
    from release
    left join upload on upload.release_id = release.id
    where release.state <> 'draft'
  `.execute(db)
}
