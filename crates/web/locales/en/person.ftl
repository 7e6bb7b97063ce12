# People and units: lists, one person's record, declaring kin, recording training.
rail-organisation = Organisation
person-list-title = People
person-list-all =
    { $count ->
        [one] { $count } person in all.
       *[other] { $count } people in all.
    }
person-list-found =
    { $count ->
        [one] { $count } person found.
       *[other] { $count } people found.
    }
person-list-none = There is nobody here yet. Import your table of people and they will appear here.
person-list-none-found = Nobody fits. Try another word, or take a condition away.
person-export-note =
    { $count ->
        [one] { $count } person; exported { $now }.
       *[other] { $count } people; exported { $now }.
    }
person-filter-all = All
person-filter-q = Name, number or unit
person-filter-trained-yes = Valid today
person-filter-trained-no = None or ended
person-filter-inspectors = Inspectors
person-filter-inspectors-only = Inspectors only
person-filter-sort = Order
person-sort-number = By number
person-sort-name = By name
person-sort-unit = By unit
person-sort-trained = By end of training
person-number = Number
person-name = Name
person-kind = Footing
person-unit-code = Unit code
person-unit = Unit
person-post = Post
person-rank = Rank
person-training = Inspection training
person-trained-until = Trained until
person-post-now = Holds
person-post-past = Held
person-span = From and until
person-until-now = now
person-state = State
person-posts = Posts
person-no-post = Holds no post now
training-none = No training
training-ended = Training ended { $day }
training-until = Trained until { $day }
training-valid = Valid
training-over = Ended
training-later = Not begun
person-training-title = Training
person-training-text = Only who is trained on the day of a visit can be its inspector.
person-training-none = No training is on record.
person-training-form = Record a training
person-training-button = Record
person-kin-title = Declared kin
person-kin-text = For recusal: nobody inspects a unit where their kin work. Only the person and the personnel officer see this.
person-kin-none = No kin are declared. Whoever has kin with a post in this county declares them here.
person-kin-declared = Declared
person-kin-by-self = { $day }, by this person
person-kin-by-other = { $day }, by the other
person-kin-form = Declare kin
person-kin-button = Declare
person-field-person = Number
person-field-relative = Relative
person-field-relation = Relation
person-field-declared-on = Declared on
person-field-course = Course
person-field-since = Valid from
person-field-until = Valid until
person-hint-relative = The work number; the name will do when nobody else in the county has it.
person-hint-declared-on = Leave empty for today.
person-hint-until = Both days count.
record-title = My record
record-nobody = This account belongs to no person, so it has no posts, training or kin. If it should, ask the system officer to tie it to you.
unit-list-title = Units
unit-list-on = { $day }: { $units } units, { $posts } posts, { $authorised } authorised, { $held } held, { $second } of the second line, { $lent } on loan.
unit-list-none = There are no units yet. Import the table of units first, then posts, then people.
unit-code = Code
unit-kind = Kind
unit-line = Line
unit-parent = Unit above
unit-posts = Posts
unit-authorised = Authorised
unit-on = On which day
unit-held = Held
unit-vacant = Vacant
unit-over = Over
unit-second-line = Second line
unit-lent-in = Lent in
unit-lent-out = Lent out
unit-holders = Who is in it
unit-no-posts = This unit has no posts.
post-held = Full { $held }/{ $authorised }
post-room = Room { $held }/{ $authorised }
post-empty = Vacant { $held }/{ $authorised }
post-over = Over { $held }/{ $authorised }
holder-kind = { $kind } ({ $unit })
holder-due = expected to end { $day }
holder-past-due = expected to end { $day }, which is past: please check
appointment-kind = Footing
appointment-since = First day
appointment-due = Expected end
person-on = Only the posts of { $day }.
person-post-later = Begins later
person-post-past-due = Past the expected end
record-held = What concerns me
record-held-none = Nothing. Should notice ever be given to you, it appears here with the whole file, and here you make your statement.
record-speak = to speak: { $left }
record-review = to ask for a review: { $left }
moving-appoint-title = Appoint
moving-appoint-lead = A post for { $name }: an own one, or one beside it, concurrent, presiding, acting, for training, on loan or in a village.
moving-appoint-button = Appoint
moving-transfer-title = Transfer
moving-transfer-lead = { $name } leaves a post and takes another the day after. Say who takes over what is not done: { $work }.
moving-transfer-button = Transfer
moving-end-title = End an appointment
moving-end-lead = From now on an appointment of { $name } has a last day.
moving-end-button = End it
moving-hint-post = The code of the post, as the page of units shows it, such as SH101-02
moving-choice = { $post } (authorised { $authorised }, held { $held }, vacant { $vacant })
moving-hint-held = One of the posts held now
moving-hint-due = Must stand for acting, training posts, loans and villages; passing it ends nothing, it only reminds
moving-hint-taker = Work number, or a name that nobody else has; all that is listed above goes to them
moving-rule-who = The organisation department appoints to posts of section rank and above, personnel to the others.
moving-rule-one = On a day a person has one own post; everything else stands beside it.
moving-rule-due = Acting, training posts, loans and villages need the day they are expected to end.
moving-rule-part = A part that was played stays a part: a handover changes nobody's separation or recusal.
moving-handed-title = Handed over
moving-handed = { $from } to { $to }
