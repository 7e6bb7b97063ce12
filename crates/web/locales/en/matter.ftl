# Portal: findings, accountability, bulletins.
portal-figure-findings = Problems handled
portal-figure-held = Units held to account
portal-figure-persons = Person-times held to account
portal-figure-bulletins = Bulletins of the commission
portal-figure-findings-note = Findings upheld or partly upheld
portal-figure-held-note = The unit itself; each counts once
portal-figure-persons-note = One person twice counts twice
portal-figure-bulletins-note =
    { $own ->
        [0] Numbered without gap
        [one] and one self-requested beside them
       *[other] and { $own } self-requested beside them
    }
portal-define-findings = Findings adjudicated in the chosen span as upheld or partly upheld. One matter seen on one visit counts once.
portal-define-held = Units on which a decision was served in the chosen span, on the unit itself. A unit held to account several times counts once.
portal-define-persons = Decisions on persons served in the chosen span, counted as person-times. Reprimands and circulated criticism inside the police bureau are among them.
portal-define-decisions = Decisions served in the chosen span, one a row. Persons have their rank and no name.
portal-define-bulletins = Published bulletins, one a row. A self-requested bulletin has its own series and is not among the commission's.
portal-by-rank = By rank (person-times)
portal-by-footing = By footing (person-times)
portal-by-measure = By measure (person-times)
portal-rank = Rank
portal-footing = Footing
portal-measure = Measure
portal-persons-count = Person-times
portal-ranks-note = From county leaders to clerks, nobody is exempt.
portal-findings-title = Problems handled
portal-findings-sentence =
    { $count ->
        [one] One problem upheld or partly upheld ({ $scope }).
       *[other] { $count } problems upheld or partly upheld ({ $scope }).
    }
portal-findings-none = No problem fits. Please widen the conditions.
portal-findings-scope = As of { $now }. What is public is the day, the unit, and whether it was upheld wholly or in part; neither what happened nor names.
portal-finding-number = Finding
portal-finding-stage = Adjudicated as
portal-finding-visit = Visit
portal-finding-organ = Handled by
portal-adjudicated-on = Adjudicated on
portal-decisions-title = Decisions
portal-decisions-sentence =
    { $count ->
        [one] One decision served ({ $scope }).
       *[other] { $count } decisions served ({ $scope }).
    }
portal-decisions-none = No decision fits. Please widen the conditions.
portal-decisions-scope = As of { $now }. Persons have their rank and the month, neither unit nor name; a name is public in a bulletin alone, with a reason and until a day.
portal-served-on = Served on
portal-subject = Subject
portal-subject-units = Units
portal-subject-persons = Persons
portal-subject-unit = Unit
portal-subject-person = Person
portal-decision-number = Decision
portal-records-all = See all
portal-bulletins-sentence =
    { $count ->
        [one] One bulletin published ({ $scope }).
       *[other] { $count } bulletins published, self-requested ones among them ({ $scope }).
    }
portal-bulletins-none = No bulletin fits.
portal-bulletins-scope = As of { $now }. By default only the unit is told; a name is public with a reason and goes when its time is up; the counts stay.
portal-bulletin-number = Number
portal-published-on = Published on
portal-signed-on = Signed on
portal-bulletin-title = Title
portal-bulletin-kind = Kind
portal-bulletin-decisions = Decisions
portal-bulletin-highest = Highest rank named
portal-bulletin-names = Names
portal-bulletin-own = self-requested
portal-bulletin-requester = Requested by
portal-bulletin-facts = This bulletin
portal-bulletin-rights = The rights of those concerned
portal-bulletin-rights-text = Before it was published, every unit and person it tells of was given notice, had five working days to make a statement, and was served the decision. Whoever disagrees may ask for a review by the route and within the term printed on the decision; nobody is named in public while it runs.
portal-names-until = shown until { $day }
portal-names-gone = time is up, hidden
portal-names-county = Named within the county only; no name is shown here.
portal-names-expired = The time for naming ended on { $day }.
portal-names-rest = Facts, measures and figures are unchanged.
portal-names-last = Names shown until
portal-names-awaiting = fixed once the holiday notice of { $year } is out
portal-told-name = , { $name } ({ $rank }):{" "}
portal-told-person = , one of its people:{" "}
portal-told-unit = :{" "}
portal-told-followed = {" "}Under { $ground }, decided on { $day }: { $measure }.
portal-told-naming = Named because: { $reason }
portal-told-under-review = (This decision is under review; the name is not shown.)
portal-told-varied = (Review { $number } varied this decision to the lighter measure above from { $day } on.)
portal-told-cancelled = (Review { $number } cancelled this decision from { $day } on; what stood here is no longer valid.)
portal-told-sent-back = (Review { $number } cancelled this decision from { $day } on; other people decide anew.)
portal-corrected-colon = :{" "}
portal-review-state = Review
portal-bulletin-correction = Correction
portal-figure-excused = Let off as excused
portal-define-meetings = Meetings: those that decided matters one by one and whose minutes are signed, by their day.
portal-define-excused = Let off as excused: before the notice it was answered that the error is excused, and a panel then let them off, by the day it did. These questions are asked since 20 May 2018.
portal-excused-sentence = Let off as excused: { $count }.
portal-figure-reviews = Reviews
portal-by-review = By outcome of review
portal-define-reviews = Reviews: served decisions looked at again, by the day they were begun; outcomes by the day they were served. A decision that a review cancelled is in none of the figures above.
portal-reviews-sentence = Reviews begun: { $begun }, served: { $served }
portal-reviews-each = { $outcome }: { $count }
portal-reviews-between = ,{" "}
portal-own-faults = What was wrong
portal-own-plan = What will be mended
portal-own-promise = {" "}(known to be done by: { $standard }; by { $due })
portal-latest-bulletins = Latest bulletins
portal-all-bulletins = All bulletins
portal-own-heading = No exception
portal-own-text = The county's first secretary asked for a bulletin on himself; his plan is public with it.
portal-feed = Follow the bulletins
portal-data-findings = Problems handled
portal-data-decisions = Decisions
portal-data-bulletins = Bulletins
portal-data-bulletins-define = The decisions in published bulletins, one a row; a self-requested one has one row. Names appear only while they may be shown.
portal-law-title = Measures, grounds, terms
portal-law-sentence = In force on { $day }: { $measures } measures, { $grounds } grounds, { $terms } terms.
portal-law-scope = Everything has its dates: the rules of the day on which something is decided apply. What is the county's own (县里自定) may be changed by the county, from the day of the change on.
portal-law-on = On which day
portal-law-measures = Measures and who may decide them
portal-law-grounds = Grounds
portal-law-tolerance = Tolerance: answered before anybody is held to account
portal-law-caps = How often at most
portal-law-most = At most
portal-law-a-quarter = { $count } a quarter
portal-law-terms = Terms
portal-law-who = Who may decide
portal-law-any = any unit
portal-law-units = units
portal-law-up-to = up to { $rank }
portal-law-decider = { $organ } ({ $reach }; { $whom })
portal-law-record = decided by the competent organ; only the outcome is kept here
portal-law-source = Source
portal-law-length = How long
portal-law-what = Name
portal-law-says = In short
portal-unit-matters = Problems and decisions
portal-unit-matters-note = Decisions on persons are not told by unit: a unit has one head, so that would be naming them.
portal-unit-findings =
    { $count ->
        [one] One problem handled
       *[other] { $count } problems handled
    }
portal-unit-held =
    { $count ->
        [one] One decision on the unit
       *[other] { $count } decisions on the unit
    }
portal-not-shown = not told
portal-served-in = Month of service
portal-home-year =
    { $scope }: { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }, { $findings ->
        [one] { $findings } problem
       *[other] { $findings } problems
    } handled, { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }
    and { $persons ->
        [one] { $persons } person-time
       *[other] { $persons } person-times
    } held to account
portal-law-required = Required first
portal-law-a-month = { $count } a month
portal-law-leaves = Leave
portal-law-how-long = How long
portal-law-leave = { $most } ({ $counts })
portal-law-leave-all = { $count } days
portal-law-leave-tier = { $count } days from { $years } years of service on
portal-law-leave-open = no limit is set
