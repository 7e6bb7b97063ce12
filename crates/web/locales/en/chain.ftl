# The chain of responsibility: who answers for a matter, each for their own fault.
chain-title = Chain of responsibility
chain-anew = Lay the chain anew
chain-paper = Paper of the chain
chain-paper-title = Chain of responsibility
chain-paper-foot = Nobody answers by position alone: write everybody’s duty and where it stands, then their own fault with its facts, or what exculpates them with its proof. Leaders first say whether people, instruction and means were given.
chain-lay-title = Lay the chain of responsibility
chain-lay-lead = { $number }, { $unit }. Write down everybody it passed through: duty, own fault or exculpation, share.
chain-lay-button = Lay the chain
chain-look = See the shares by rule first
chain-link =
    Person { $number }{ $position ->
        [''] {""}
       *[other] : { $position }
    }
chain-none = —
chain-yes = Yes
chain-no = No
chain-says = { $way }; laid on { $day }, version { $number }.
chain-column-position = Position
chain-column-who = Person
chain-column-duty = Duty and where it stands
chain-column-fault = Own fault or exculpation
chain-column-share = Share
chain-who = { $name } ({ $unit }, { $rank })
chain-duty = { $duty } ({ $source })
chain-verdict = { $what }: { $text }
chain-clear = No fault of their own is known
chain-no-share = None
chain-share-set = { $share } (set otherwise, because: { $why })
chain-asked = What leaders were asked
chain-asked-of = { $who }: { $said }
chain-given = { $provision } was given: { $known }
chain-lacking = { $provision } was not given: { $known }
chain-replaced = Laid on { $day } (replaced)
chain-own-position = Your position in the chain
chain-own-duty = Your duty and where it stands
chain-own-fault = Own fault
chain-own-share = Share
chain-own-others = Others
chain-others =
    { $count ->
        [0] Nobody else stands in the chain.
        [one] One other person stands in the chain; what is said of them is not shown here.
       *[other] { $count } others stand in the chain; what is said of them is not shown here.
    }
chain-hint-way = How the matter was settled at the time; the rule of shares follows it.
chain-hint-person = Work number or name; a group left empty does not count.
chain-hint-source = A document, a division of work, a post description: something one can look up.
chain-hint-share = Left empty, the rule decides; you can see its share first.
chain-share-none = No fault of their own, no share.
chain-share-proposed = By rule: { $share }. Another share needs its reason.
chain-rule-fault = Everybody has a fault of their own with its facts, or an exculpation with its proof; nobody answers by position alone.
chain-rule-leaders = Leaders are asked first: line manager and unit head say one by one whether people, instruction and means were given; a lack is their own fault, or has its proof.
chain-rule-share = One at fault bears all of it; what was approved falls mainly on whoever approved, what was decided together on the chief; a recorded objection bears nothing; of a deceit only the handler answers.
chain-rule-hands = Whoever lays the chain neither adjudicates nor decides, and stands not in it. Once something is decided it stays.
matter-field-chain-way = How it was settled
matter-field-link-person = Person
matter-field-link-position = Position
matter-field-link-duty = Duty
matter-field-link-duty-source = Where the duty stands
matter-field-link-fault = Own fault
matter-field-link-facts = Facts of the fault
matter-field-link-exculpation = Exculpation
matter-field-link-proof = Proof of it
matter-field-link-share = Share
matter-field-link-share-because = Why another share
matter-field-link-staffing = Were people given?
matter-field-link-staffing-known = What is known of the people
matter-field-link-instruction = Was it instructed?
matter-field-link-instruction-known = What is known of the instruction
matter-field-link-resources = Were means given?
matter-field-link-resources-known = What is known of the means
