import { createFileRoute } from '@tanstack/react-router'
import { Screen } from '../components/Screen.tsx'

export const Route = createFileRoute('/accessibility')({ component: Accessibility })

/** For whom the dashboard works and for whom nobody knows yet. */
function Accessibility() {
  return (
    <Screen title="Accessibility of this dashboard">
      <p className="govuk-body-l">
        Everybody should be able to read and use this dashboard. This page says what was tested, what was not,
        and how to tell of a problem. It is about the program; a council that runs it publishes a statement of
        its own.
      </p>

      <h2 className="govuk-heading-m">What you should be able to do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>use everything with the keyboard alone, and see where you are</li>
        <li>read it on a phone 320 pixels wide, or made four times as large, without moving it sideways</li>
        <li>read every chart as a sentence and as a table with the same figures</li>
        <li>tell every status by a word and a shape, and not by its colour</li>
        <li>print it in letters of 12 point or more</li>
      </ul>

      <h2 className="govuk-heading-m">How it was tested</h2>
      <p className="govuk-body">
        The aim is the Web Content Accessibility Guidelines 2.2 at level double-A. The tests of the program
        open its screens in one browser, Chromium, at 1280 and at 320 pixels, and look for faults with the
        program axe. They also measure the size of letters, on the screen and, for the screens that are
        printed most, on paper, and whether anything is too wide. Some go by the keyboard alone: uploading and
        publishing a file, recording a decision, inviting a person.
      </p>

      <h2 className="govuk-heading-m">What was not tested</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>No real screen reader has read it aloud, and nobody who relies on one has tried it.</li>
        <li>Nobody has tried it by voice, with a magnifier, or in other browsers.</li>
        <li>Nobody from outside has audited it, so nobody says that it meets the guidelines as a whole.</li>
      </ul>

      <h2 className="govuk-heading-m">What is known not to work well</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Wide tables move sideways within their own frame on a small screen. The keyboard can move them, and
          the figures can be downloaded.
        </li>
        <li>
          The numbers in the flags on charts are smaller than other letters. What they stand for is told below
          the chart.
        </li>
        <li>Council papers and publications that it leads to are not ours, and some are hard to use.</li>
      </ul>

      <h2 className="govuk-heading-m">Telling of a problem</h2>
      <p className="govuk-body">
        Tell the council that runs this dashboard what you could not do, on which page, and with what. Ask it
        too if you need figures in another form; most tables can be downloaded as a file for a spreadsheet.
      </p>
      <p className="govuk-body">This page was written on 22 November 2026.</p>
    </Screen>
  )
}
