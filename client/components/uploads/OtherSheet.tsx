import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { uploadFilePath, uploadPath } from '../../../server/contract/paths.ts'
import type { UploadAnswer } from '../../../server/contract/uploads.ts'
import { ask, ProblemError, remove } from '../../api.ts'
import { useUpload } from '../../use-upload.ts'
import { SheetChoice } from './SheetChoice.tsx'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** Reads another sheet of the same workbook; the draft of the first makes room for that of the other. */
export function OtherSheet({ upload, shared }: { upload: UploadAnswer; shared: Shared }) {
  const navigate = useNavigate()
  const [told, setTold] = useState('')
  const { start } = useUpload(
    (draft) => {
      void navigate({ to: '/uploads/$id', params: { id: draft.id }, search: shared })
      // If it can't be thrown away, it stays in the list of drafts, where it does no harm.
      remove(uploadPath(upload.id)).catch(() => undefined)
    },
    // What is wrong with the other sheet is shown where files are sent.
    () => void navigate({ to: '/uploads', search: shared }),
  )

  const read = async (sheet: string) => {
    setTold(`Reading “${sheet}”…`)
    try {
      const response = await ask(uploadFilePath(upload.id), {})
      const file = new File([await response.blob()], upload.fileName)
      await start(file, { period: upload.period ?? undefined, sheet })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setTold(error.problem.detail)
    }
  }
  return (
    <>
      <SheetChoice
        sheets={upload.sheets}
        chosen={upload.sheet ?? upload.sheets[0]}
        onChoose={(sheet) => void read(sheet)}
      />
      <p role="status" className="govuk-body">
        {told}
      </p>
    </>
  )
}
