/** The words of the field, in plain English, in the order of the alphabet; an acronym stands behind what it is short for. */
export const GLOSSARY: readonly (readonly [term: string, meaning: string])[] = [
  [
    'Agency worker',
    'A social worker hired through an agency, usually for a short time and at a higher cost.',
  ],
  ['Assessment', 'Finding out what a child and family need. It should take 45 working days at most.'],
  [
    'Break in series',
    'A change in how something is counted. Figures before and after it should not be set side by side.',
  ],
  ['Care leaver', 'A young person who was in care. The figures here count those aged 19 to 21.'],
  [
    'Care order',
    'A decision of a court that puts a child into the care of the council. An interim care order (ICO) holds until the court has decided.',
  ],
  [
    'Child in need (CIN)',
    'A child who needs help from social care to grow up well, under section 17 of the Children Act 1989. The count holds every open case: children on protection plans and in care too.',
  ],
  ['Child protection plan (CPP)', 'What is agreed to keep a child safe who is at risk of significant harm.'],
  [
    'Children in care',
    'Children whom the council looks after, by a court’s order or by their parents’ agreement. Also called looked-after children (LAC) or children looked after (CLA).',
  ],
  [
    'Contact',
    'Any message of concern about a child. A contact that is accepted as a request for help becomes a referral.',
  ],
  [
    'Corporate parent',
    'Every councillor is one: together they are parents to the children in the council’s care.',
  ],
  [
    'Director of children’s services (DCS)',
    'The officer whom the law makes answerable for children’s services.',
  ],
  ['Early help', 'Help for a family before social care is needed.'],
  ['Edge of care', 'Work with a family so that a child who might otherwise come into care can stay at home.'],
  [
    'Education, health and care plan (EHCP)',
    'The plan of a child with special educational needs or disabilities (SEND).',
  ],
  ['First-time entrant', 'A child who is cautioned or convicted for the first time.'],
  ['Front door', 'The place where concerns about children arrive and are sorted.'],
  ['Full-time equivalent (FTE)', 'Two people who each work half the week count as one.'],
  [
    'Independent fostering agency (IFA)',
    'A private or voluntary agency that finds foster homes for councils.',
  ],
  [
    'Initial child protection conference (ICPC)',
    'The first meeting to decide whether a child needs a protection plan. It should be held within 15 working days.',
  ],
  [
    'Inspection of local authority children’s services (ILACS)',
    'How Ofsted inspects. The grades are outstanding, good, requires improvement to be good, inadequate.',
  ],
  [
    'Local Authority Interactive Tool (LAIT)',
    'The Department for Education’s collection of figures of every authority.',
  ],
  [
    'Medium-term financial strategy (MTFS)',
    'The plan of how a council’s money and services are to fit together over some years.',
  ],
  [
    'Multi-agency safeguarding hub (MASH)',
    'Police, health, education and social care sorting concerns together.',
  ],
  ['Percentage point', 'The difference between two percentages: from 20% to 23% is up 3 percentage points.'],
  ['Public Law Outline (PLO)', 'Formal work with parents before a council goes to court.'],
  ['Re-referral', 'A referral of a child who had been referred in the twelve months before.'],
  [
    'Release',
    'Everything that came in with one file or publication. A release is never changed: a correction is a new one, and one that was wrong is withdrawn.',
  ],
  ['Residential care', 'Living in a children’s home.'],
  ['Return', 'The figures that a council draws up of its own work and sends, here once a quarter.'],
  ['Section 20', 'Being in care by the agreement of the parents.'],
  ['Section 47 enquiry (S47)', 'A formal enquiry into whether a child is suffering significant harm.'],
  ['Section 251 return (S251)', 'What a council reports of its spending on education and children.'],
  [
    'Special guardianship order (SGO)',
    'A court’s order that gives a child a lasting home with somebody other than the parents, often a relative.',
  ],
  ['Statistical neighbours', 'The ten authorities most like a given one. On screen: similar councils.'],
  ['Step down', 'Moving to a lower level of help, for example from a protection plan to child-in-need help.'],
  ['Trust', 'A company owned by a council that runs its children’s social care under contract.'],
  [
    'Youth offending team (YOT)',
    'The partnership that works with children in trouble with the law. Also called youth justice service.',
  ],
]
