# The public site: home, statistics, visits, units, open data. The keys month-short-<month> are put together by the program.
nav-law = Measures, grounds, terms
nav-units = Units

portal-description = { $site }: figures on inspection visits, each open to its records.
portal-keywords = governance,inspection,visits,statistics,open data
portal-phone = Scan to open this page on a phone.
portal-phone-code = QR code of this page
portal-scope = Covers { $scope }, all units of the county, as of { $now }. Every number opens to its records.
portal-scope-unit = Covers { $scope }, as of { $now }. Every number opens to its records.
portal-years = Year
portal-all-years = all years
portal-all = All
portal-faults = This cannot be looked up; please change it
portal-format-unknown = There is no “{ $found }” file; please write csv or xlsx.

# Periods
portal-from = From
portal-to = To
portal-period-backwards = The first day, { $from }, is after the last day, { $to }. Please swap the two.
portal-period-year = { $year }
portal-period-this-year = { $year } up to now
portal-period-years = { $first } to { $last }
portal-period-days = { $from } to { $to }
portal-year = { $year }
portal-quarter = Quarter { $quarter } of { $year }
portal-quarter-label = Q{ $quarter }
portal-year-label = ’{ $short }
portal-by-month = By month
portal-by-quarter = By quarter
portal-by-year = By year
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

# Charts and tables
portal-chart-unit = Visits
portal-chart-point =
    { $count ->
        [one] { $when }: { $count } visit
       *[other] { $when }: { $count } visits
    }
portal-chart-most =
    { $total ->
        [one] { $total } visit in all, in { $when }.
       *[other] { $total } visits in all; most in { $when }, { $count }.
    }
portal-chart-findings = Findings borne out
portal-chart-finding = { $when }: { $count }
portal-chart-most-findings = { $total } in all; most in { $when }: { $count }.
portal-chart-no-findings = No findings borne out in the chosen time.
portal-before = Before and after the bulletin
portal-before-bulletin = First bulletin
portal-before-sentence = { $number }, published on { $day }, was the first to tell of this unit or of one of its people. In the chosen time there were { $visits ->
    [one] one visit
   *[other] { $visits } visits
} and { $findings ->
    [one] one finding
   *[other] { $findings } findings
} borne out before it, and { $visits_after ->
    [one] one visit
   *[other] { $visits_after } visits
} and { $findings_after ->
    [one] one finding
   *[other] { $findings_after } findings
} after.
portal-before-note = The dashed line is the day the bulletin was published; the bars are findings borne out by month. The figures stand side by side and do not say what caused what. More visits do not mean more problems.
portal-chart-nothing = No filed visits.
portal-chart-note = {" "}A bar opens to its records. More visits do not mean more problems.
portal-as-table = The same numbers as a table
portal-total = Total
portal-visits = Visits
portal-rest =
    { $count ->
        [one] { $count } more unit
       *[other] { $count } more units
    }
portal-lines =
    { $count ->
        [one] { $count } row.
       *[other] { $count } rows.
    }

# Home
portal-home-empty = Inspection visits in { $county } are made public from here on
portal-home-will = No visit has been filed yet. Once the first record signed by two inspectors is filed, the number of visits, a chart of the months and the latest visits will stand here, each number open to its records.
portal-home-other = Please choose a year that has records.
portal-home-first = There are no public records yet. The units and the ledger can be looked up already.
portal-home-none = No filed visits in { $scope }
portal-home-sentence =
    { $visits ->
        [one] In { $scope } inspectors made { $visits } visit
       *[other] { $units ->
            [one] In { $scope } inspectors made { $visits } visits to { $units } unit
           *[other] In { $scope } inspectors made { $visits } visits to { $units } units
        }
    }
portal-home-months = Visits by month, { $year }
portal-figures = The figures so far
portal-figure-visits = Inspection visits
portal-figure-units = Units visited
portal-figure-units-note =
    { $total ->
        [one] The county has { $total } unit
       *[other] The county has { $total } units
    }
portal-figure-organs = Inspecting organs
portal-figure-organs-note = At least two inspectors go, and both sign
portal-change-more = { $month } { $count }, { $difference } more than { $before }
portal-change-less = { $month } { $count }, { $difference } fewer than { $before }
portal-change-same = { $month } { $count }, the same as { $before }
portal-all-statistics = All statistics
portal-latest = Latest visits
portal-all-visits = All visits
portal-latest-note = What is public is which day, in what manner and at which unit. What was seen is looked into first and stays unpublished until there is a conclusion. Persons are not named.
portal-do = What you can do here
portal-do-unit = Find a unit
portal-do-unit-text = Write its name or code to see on which days it was visited.
portal-unit-or-code = Name or code of a unit
portal-do-verify = Check the ledger
portal-do-verify-text = Whether the ledger was ever altered can be worked out on the spot, without an account.
portal-do-data = Take the data
portal-do-data-text = All figures and records of this site can be saved as table files and used freely.
portal-do-elder-text = Large type, large buttons, one column. The head of the page also offers Chinese and high contrast.
portal-ledger = What the ledger is
portal-ledger-what = Every act adds one leaf at the end of the ledger. All leaves together give one “root”: change or remove any older leaf and the root no longer fits.
portal-ledger-how = The ledger holds fingerprints only, no names and no contents. Write the root down and compare later: you will know whether past records have changed.
portal-ledger-now = The ledger now
portal-ledger-size = Leaves
portal-ledger-root = Root

# Statistics
portal-statistics-sentence =
    { $visits ->
        [one] In { $scope } inspectors made { $visits } visit.
       *[other] { $organs ->
            [one] In { $scope } { $organs } organ sent inspectors, who made { $visits } visits; units visited: { $units }.
           *[other] In { $scope } { $organs } organs sent inspectors, who made { $visits } visits; units visited: { $units }.
        }
    }
portal-statistics-none = There are no filed visits in { $scope }.
portal-defined = The figures and their definitions
portal-number = Number
portal-meaning = Definition
portal-define-visits = Visit records that were signed by at least two inspectors and filed, with the day of the visit in the chosen span. One visit to one unit counts once. Corrected records count as corrected.
portal-define-units = Units visited at least once in the chosen span. A unit visited several times counts once.
portal-define-organs = Units that sent inspectors at least once in the chosen span. A unit that sent them several times counts once.
portal-time-caption = Visits in { $scope }
portal-manners = In what manner
portal-by-manner = By manner
portal-manners-note = On an open visit inspectors say at the door what they come for; on a covert one they tell the unit afterwards.
portal-organs = Who sent inspectors
portal-by-organ = By inspecting organ
portal-units = Which units were visited
portal-by-unit = By visited unit
portal-units-note = More visits do not mean more problems; the order is not a ranking.
portal-units-sentence =
    { $count ->
        [one] { $count } unit was visited in { $scope }; visits: { $visits }.{" "}
       *[other] { $count } units were visited in { $scope }; visits: { $visits }.{" "}
    }
portal-organs-sentence =
    { $count ->
        [one] { $count } unit sent inspectors in { $scope }; visits: { $visits }.{" "}
       *[other] { $count } units sent inspectors in { $scope }; visits: { $visits }.{" "}
    }
portal-part = Part
portal-code = Code
portal-name = Name
portal-name-en = English name

# Visits
portal-visits-title = Visit records
portal-visits-sentence =
    { $count ->
        [one] { $count } visit found ({ $scope }).
       *[other] { $count } visits found ({ $scope }).
    }
portal-visits-none = No visit fits. Please widen the conditions.
portal-visits-all = See all visits
portal-visits-scope = As of { $now }. What is public is which day, in what manner and at which unit; neither persons nor what was seen.
portal-number-of = Number
portal-day = Day
portal-manner = Manner
portal-unit = Visited unit
portal-organ = Inspecting organ
portal-unit-code = Code of visited unit
portal-organ-code = Code of inspecting organ
portal-word = Name of a unit

# Units
portal-units-title = Units of the county
portal-units-about = The units of the county and how often each was visited.
portal-units-all =
    { $count ->
        [one] The county has { $count } unit.
       *[other] The county has { $count } units; each stands after the one it belongs to.
    }
portal-units-found =
    { $count ->
        [one] { $count } unit found.
       *[other] { $count } units found.
    }
portal-units-not-found = No such unit was found. Please try another name or clear the conditions.
portal-units-empty = No units are registered yet.
portal-units-visits = {" "}Visits are those of { $scope }.
portal-unit-name = Unit
portal-kind = Kind
portal-line = Line
portal-above = Unit above
portal-above-code = Code of the unit above
portal-since = Since
portal-below = (part of { $unit })
portal-unit-sentence =
    { $count ->
        [one] { $unit } was visited once in { $scope }, on { $day }.
       *[other] { $unit } was visited { $count } times in { $scope }, last on { $day }.
    }
portal-unit-none = { $unit } has no filed visits in { $scope }.
portal-unit-months = Visits in { $scope }
portal-unit-all =
    { $count ->
        [one] The one visit
       *[other] All { $count } visits
    }
portal-unit-facts = About this unit
portal-unit-places = Posts against people
portal-unit-places-note = As of { $now }. Counts alone, no names; a unit of fewer than five places is left out.
portal-unit-below = Units below it
portal-unit-over =
    { $count ->
        [one] { $count } visit beyond the cap of its quarter, approved by a leader
       *[other] { $count } visits beyond the cap of their quarter, approved by a leader
    }
portal-unit-made =
    { $count ->
        [one] Sent inspectors { $count } time
       *[other] Sent inspectors { $count } times
    }

# Open data
portal-data-sentence = Every figure and every record of this site can be taken away. The numbers in the files come from the same queries as those on the pages.
portal-data-statistics = Visit statistics
portal-data-units = Units
portal-data-visits = Visit records
portal-data-units-define = The units registered in the county, one a row; the unit above is given by its code.
portal-data-visits-define = Visits signed by at least two inspectors and filed, one a row; without persons, observations and results.
portal-data-columns = What the columns mean
portal-column-part = Part: total, month, manner, organ, unit; each part adds up to the total
portal-column-key = Month, code of the manner or code of the unit
portal-column-name = Chinese name
portal-column-count = How many: visits, matters, units or person-times, by `part`
portal-column-kind = Code of the kind
portal-column-line = Code of the line
portal-column-manner = Manner: open, covert, written, telephone
portal-licence-title = Licence
portal-licence = Anyone may copy, share, adapt and sell these data free of charge. Please name the source and the time of retrieval; figures that were changed may not be called figures of this site.
portal-data-notes = CSV files are UTF-8 with a BOM, so Excel and WPS open them as they are. To take a part, add the conditions of a page to the address, for example
portal-data-api = For programs
portal-data-api-text = Programs can read JSON directly; the description is in
