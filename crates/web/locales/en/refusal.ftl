# A guard said no: every refusal has a title (refusal-<name>-title) and a text (refusal-<name>, a line a sentence or two: why, who can, the way on).
# guard-<code> is the name of the guard. The keys are put together by the program.
refusal-guard = Ground: { $guard }.
refusal-nobody = this account
refusal-forbidden-title = Not done: your account may not do this: { $action }
refusal-forbidden =
    These roles may: { $roles }. Your account has none of them.
    Ask a colleague with one of these roles. If your duties have changed, the system officer proposes the role and the security officer confirms it.
refusal-forbidden-way = See what I may do
refusal-joint = {", "}
refusal-too-few-inspectors-title = Not done: a visit takes at least two inspectors
refusal-too-few-inspectors =
    At least two inspectors must be there and sign; this visit has { $found }. What only one person saw nobody can confirm, and that is unfair to the visited unit.
    Add another trained inspector without ties to the unit, then submit again.
refusal-same-inspector-twice-title = Not done: one person is named twice
refusal-same-inspector-twice =
    { $person } stands twice among the inspectors and counts once.
    Replace one of the two by another inspector who was there.
refusal-untrained-title = Not done: { $person } had no valid training that day
refusal-untrained =
    On the day of the visit ({ $day }) no valid training in inspection is on record for { $person }. Nobody without training inspects another unit.
    Choose an inspector whose training was valid that day. If the training was done but never recorded, ask the personnel officer to record it on the person’s page, then submit again.
refusal-kin-in-unit-title = Not done: { $person } must step back
refusal-kin-in-unit =
    { $person } has a relative ({ $relation }) with a post in { $unit }. Under the recusal rules of the Civil Servant Law nobody of any rank inspects a unit where kin work.
    Choose an inspector without kin in { $unit }. If the declaration is out of date, ask that person or the personnel officer to check it.
refusal-belongs-to-unit-title = Not done: { $person } must step back
refusal-belongs-to-unit =
    { $person } held a post that day in { $unit } or in a unit below it. Nobody inspects their own unit.
    Choose an inspector from another unit.
refusal-organ-visits-itself-title = Not done: { $unit } cannot inspect itself
refusal-organ-visits-itself =
    The inspecting organ and the visited unit are both { $unit }.
    Name another visited unit. If { $unit } is to be inspected, another organ sends the inspectors.
refusal-no-post-title = Not done: { $person } held no post that day
refusal-no-post =
    No post is on record for { $person } on { $day }, so they could not go as an inspector.
    Check the date and the name. If a post was never recorded, ask the personnel officer to add it, then submit again.
refusal-not-on-team-title = Not signed: { $person } is not one of the inspectors
refusal-not-on-team =
    Only the inspectors of this visit write it up and sign it themselves; nobody signs for them.
    Ask an inspector on the list to sign in and do it. If the list is wrong, the supervision clerk calls this visit off and plans it anew.
refusal-signed-already-title = Not signed: { $person } has signed already
refusal-signed-already =
    Each person signs once. The second signature comes from the other inspector who was there, so that two people stand for what was seen.
    Ask the other inspector to sign in and sign.
refusal-out-of-order-title = Not done: it is too early for this step, or too late
refusal-out-of-order =
    This record is at “{ $stage }”, where the step “{ $act }” is not possible. Somebody may just have taken the step before you.
    Open the record to see how far it is and whose turn is next.
refusal-replied-already-title = Not sent: the unit has replied already
refusal-replied-already =
    The visited unit replies once to a visit, and a reply is not rewritten.
    Give further papers to the supervision clerk, who attaches them to the visit.
refusal-stale-version-title = Not sent: somebody has just changed this record
refusal-stale-version =
    You opened version { $read }; it is now at version { $now }. So as not to overwrite what others wrote, yours was not kept.
    Open the record again, check it, and send once more.
refusal-nothing-changed-title = Not corrected: nothing is different
refusal-nothing-changed =
    A correction changes at least one thing, and what you sent is what is on file.
    Change the entry that is wrong and say why. If nothing is wrong, no correction is needed.
refusal-visit-in-the-future-title = Not sent: the visit would be in the future
refusal-visit-in-the-future =
    The time of the visit is later than now, and what has not happened cannot be written up.
    Check day and time. If the visit is still to come, write it up afterwards.
refusal-visits-full-title = Not sent: { $unit } has { $planned } visits this quarter
refusal-visits-full =
    From { $from } to { $until } a unit is visited { $most } times at most, by all organs together.
    Plan it for the next quarter, or go together with a visit there is. If it must be, say why and name the leader who approves.
refusal-visit-beside-title = Not sent yet: { $count } more for { $unit } in the same week
refusal-visit-beside =
    They are listed below, with who leads them.
    Where it can be one visit, open it and go together. To go apart, submit once more; you are not asked again.
refusal-own-approval-title = Not sent: { $person } cannot approve this visit
refusal-own-approval =
    Whoever plans a visit or goes there does not approve it beyond the cap.
    Name another leader.
refusal-leads-nothing-title = Not sent: { $person } cannot approve one beyond the cap
refusal-leads-nothing =
    They hold no leading post today, in { $organ } or in a unit above it.
    Name a leader of { $organ } or of a unit above it.
refusal-month-not-over-title = Not reported: { $month } is not over
refusal-month-not-over =
    A monthly report tells of a whole month; until it is over its counts may change.
    Please confirm it on { $from } or later.
refusal-same-officer-title = Not confirmed: one person cannot propose and confirm
refusal-same-officer =
    You proposed this role yourself; another officer must confirm it, so that nobody hands out power alone.
    Ask the security officer to sign in and confirm it.
refusal-officer-holds-another-title = Not given: an officer holds no other role
refusal-officer-holds-another =
    The system, security and audit officers check each other. An account holds one of these roles and no other beside it.
    Give the role to another person’s account, or end the present role first.
refusal-last-officer-title = Not done: this is the last account with the role { $role }
refusal-last-officer =
    Without it nobody could do the work of the { $role }, and the checks between officers would be gone.
    Give the role to another person first and let them activate the account, then try again.
refusal-own-account-title = Not done: nobody decides about their own account
refusal-own-account =
    This concerns your own account, and you cannot decide it for yourself.
    Ask another officer to do it.
refusal-no-key-needed-title = Not done: this terminal comes in by its number
refusal-no-key-needed =
    It speaks the push protocol, in which a box says the number on its label and nothing else, so a key would never be asked for.
    Set the address of the terminal port in the box, and take it into service here.
refusal-no-key-title = Not done: this terminal has no key
refusal-no-key =
    There is none to take back: it was never given one, or somebody took it back before you.
    Read the terminal’s page again; give it a new key if it is to come in.
refusal-not-told-yet-title = Not sent: this visit is not on file yet
refusal-not-told-yet =
    A unit replies once the visit is filed and it has been told.
    It will then appear on your page “Today”; reply there.
refusal-same-party-title = Not done: { $unit } has typed an entry already
refusal-same-party =
    The two entries are typed by two units, so that neither settles the result alone.
    Please have somebody of another unit type the second.
refusal-entered-already-title = Not done: { $person } has typed an entry already
refusal-entered-already =
    The two entries are typed by two people, so that neither settles the result alone.
    Please have somebody of another unit type the second.
refusal-no-checkpoint-yet-title = Not done: the next checkpoint is not signed yet
refusal-no-checkpoint-yet =
    A draw takes the first checkpoint after both entries, which nobody can know beforehand.
    The log is signed every minute: wait a minute at most, then draw.
refusal-took-part-title = Not done: { $person } took an earlier part
refusal-took-part =
    { $person } took the part “{ $earlier }” in this matter and so may not take the part “{ $now }”. Those who look, those who judge and those who publish are different people; keying a paper counts too.
    Ask a colleague who took no part so far. The record lists everybody under “Hands”.
refusal-objection-open-title = Not raised: an objection to this entry is open
refusal-objection-open =
    Your objection to this entry is not yet answered, and one entry is not objected to twice at once.
    Wait for the answer. To add to it or put it differently, withdraw that one and raise it again.
refusal-kept-the-entry-title = Not answered: { $person } had a hand in this entry
refusal-kept-the-entry =
    An objection is answered by somebody who had no hand in the entry; { $person } keyed, handled or signed it, and nobody judges their own keeping.
    Hand it to a colleague of the office who had no part. If there is none, the security officer can confirm the role for another.
refusal-own-matter-title = Not done: { $person } must step back
refusal-own-matter =
    { $person } is the one this matter is about, and nobody handles their own.
    Ask a colleague. What they wish to say belongs in their statement.
refusal-too-few-verifiers-title = Not submitted: it takes two to verify
refusal-too-few-verifiers =
    At least two people verify; here { $found } is named. What one person alone made out nobody can confirm, and that is unfair to those concerned.
    Add a colleague who took no part so far, verify together, then submit again.
refusal-too-few-on-panel-title = Not decided: a panel takes three
refusal-too-few-on-panel =
    Three people or more decide together; here there are { $found }. One or two do not decide what happens to somebody.
    Add members of the leadership who took no part so far, discuss it, then submit again.
refusal-not-invited-title = Not saved: { $person } cannot take part in a meeting of { $organ }
refusal-not-invited =
    Whoever takes part is of { $organ }, or has the power to decide measures there.
    Name somebody else, or have { $person } granted the role first.
refusal-too-few-called-title = Not saved: a meeting takes three
refusal-too-few-called =
    Only { $found } would be there. At least three vote on each matter.
    Add people who are free, then submit again.
refusal-on-another-agenda-title = Not saved: { $subject } ({ $finding }) stands on the agenda of another meeting
refusal-on-another-agenda =
    A matter stands on one agenda at a time.
    Take it off the other, or call that meeting off, and put it on this one.
refusal-voted-on-title = Not saved: there is a ballot already ({ $what })
refusal-voted-on =
    A matter that was voted on and whoever voted stay, or the minutes would not hold.
    Correct the vote on that matter first.
refusal-too-few-left-title = Not saved: on { $subject } only { $found } may vote
refusal-too-few-left =
    At least three vote on each matter; those who are recused do not count.
    Of this organ these are free and could be called to it: { $others }. Otherwise put it off and hand it to another organ.
refusal-too-few-anywhere-title = Not saved: on { $subject } only { $found } may vote
refusal-too-few-anywhere =
    At least three vote on each matter; those who are recused do not count, and nobody else of this organ is free.
    Put it off, and hand it to the organ above or to another organ that is free.
refusal-items-open-title = Not signed: open matters on the agenda: { $items }
refusal-items-open =
    Minutes are whole once every matter is voted on, or put off with a reason.
    Complete these, then sign; what is not discussed is taken off the agenda.
refusal-not-the-chair-title = Not signed: { $person } does not chair this meeting
refusal-not-the-chair =
    The chair signs the minutes.
    Ask the chair; where they signed on paper, enter its number, its day and the chair.
refusal-no-majority-title = Not decided: of { $voting } who voted only { $agreed } were for it
refusal-no-majority =
    It takes more than half of those present and not recused.
    Put it on the agenda of another meeting.
refusal-nothing-carried-title = Not decided: nothing was carried
refusal-nothing-carried =
    What was put off, or not voted on, is not carried out.
    Put it on the agenda of another meeting.
refusal-not-held-title = Not decided: the minutes are not signed
refusal-not-held =
    What was voted is carried out once the chair signed the minutes; never of a meeting that was called off.
    Carry it out once they are signed.
refusal-named-twice-title = Not submitted: { $person } is named twice
refusal-named-twice =
    { $person } stands there twice and counts once.
    Replace one of the two by somebody else.
refusal-not-among-them-title = Not submitted: { $person } is not one of them
refusal-not-among-them =
    At the screen, whoever is signed in must be one of those who act; { $person } is not on the list, and nobody acts for others.
    If they signed on paper, open “It was done on paper”, fill in its number and day, and key it.
refusal-not-heard-title = Not done: { $subject } has not been heard yet
refusal-not-heard =
    { $subject } may speak until { $due }. Nothing is adjudicated or decided before the other side is heard.
    Wait for the statement; if it was waived in writing, key in the waiver first; otherwise wait until the time has passed.
refusal-not-of-unit-title = Not done: { $person } cannot speak for { $unit }
refusal-not-of-unit =
    A unit speaks through its own people: on { $day } { $person } held no post in { $unit } and is neither its head nor its liaison.
    Check who spoke and on which day. If the appointment is not keyed yet, ask a personnel officer to key it first, then take down the statement.
refusal-speaks-for-subject-title = Not done: { $person } cannot speak for { $subject }
refusal-speaks-for-subject =
    { $person } handled this matter or is keying it. If those who handle a matter speak for its subject, the subject is not heard.
    Name the subject, somebody of the unit, or a representative who had no part in it, with the signed paper.
refusal-nobody-noticed-title = Not adjudicated: nobody was given notice
refusal-nobody-noticed =
    Before it is upheld, those concerned are told the facts, the ground and the measure proposed, and are heard.
    Ask a discipline officer to give notice first. If it is unfounded, that can be said right away.
refusal-heavier-title = Not decided: the measure is heavier than the notice proposed
refusal-heavier =
    The notice proposed “{ $proposed }”; “{ $measure }” is heavier. The statement answered the measure proposed, and nothing becomes heavier because somebody spoke.
    Choose a measure no heavier than “{ $proposed }”. If it must be heavier, notice is given anew and they are heard anew.
refusal-statement-unanswered-title = Not decided: the statement has no answer
refusal-statement-unanswered =
    A statement was made, and the decision answers it: what was accepted, and why the rest was not.
    Write it under “Answer to the statement”, then submit again.
refusal-not-upheld-title = Not decided: the finding is not upheld
refusal-not-upheld =
    A measure rests on a finding that is upheld, wholly or in part, and this one is not.
    Ask an adjudicator first. If nothing should follow, a panel can decide that.
refusal-stays-in-unit-title = Not taken in: the decision on { $subject } was made as “{ $weight }”
refusal-stays-in-unit =
    What was settled in a unit is told of in no bulletin, and what a unit decided alone in that unit alone.
    Leave it out, or choose the unit as the scope.
refusal-not-verified-title = Not done: two have not verified it
refusal-not-verified =
    In the county procedure two people verify a finding before notice is given and anything is said of it.
    Screen and verify it first; for a small matter of one’s own unit, choose a light procedure when registering.
refusal-not-own-unit-title = Not registered: { $unit } is not { $organ } itself
refusal-not-own-unit =
    A light procedure is for one’s own unit: { $organ } would look into it, and it was seen at { $unit }.
    Let { $unit } register it, or choose the county procedure.
refusal-not-above-title = Not handed over: { $organ } is not above
refusal-not-above =
    Up means to the organ above, or to one that decides for the whole county; { $organ } is neither.
    Choose another organ, or hand it aside.
refusal-not-for-them-title = Not handed over: not to { $unit }
refusal-not-for-them =
    { $unit } has it now, or is the unit concerned or one below it.
    Choose an organ that has nothing to do with it.
refusal-not-unfounded-title = Not cleared: the finding is not unfounded
refusal-not-unfounded =
    Clearing a name says that the matter is not borne out, and this finding was not found to be so.
    Open the finding to see where it stands. If nothing should follow, a panel can decide that.
refusal-came-to-nothing-title = Not done: the finding was unfounded
refusal-came-to-nothing =
    Of what is unfounded one thing is left to do: whoever was given notice of it is cleared.
    A discipline officer who was not on the visit serves the clearing notice; no other step is taken.
refusal-nothing-seen-title = Not registered: this visit saw nothing to look into
refusal-nothing-seen =
    A finding comes from a filed visit that saw a matter, and this is none. A visit without a matter is complete as it is.
    Check the number of the visit. If it is not filed yet, wait for its second signature.
refusal-day-ahead-title = Not submitted: the day on the paper lies ahead
refusal-day-ahead =
    The paper says { $day }, which is later than today; what has not happened cannot be keyed.
    Check the day, then submit again.
refusal-day-before-title = Not submitted: the day is before the step it follows
refusal-day-before =
    The paper says { $day }, while the step before was done on { $earlier }; no step is earlier than the one before it.
    Check the day on the paper. If the earlier day was keyed wrongly, ask whoever keyed it.
refusal-not-served-title = Not submitted: the decision on { $subject } is not served
refusal-not-served =
    A bulletin makes known only what was served, so that whoever it is about knows first. The decision on { $subject } is not served, or is another organ’s.
    Leave it out for now, and put it in once it is served.
refusal-in-another-bulletin-title = Not submitted: the decision on { $subject } stands in another bulletin
refusal-in-another-bulletin =
    A decision is made known once, and the one on { $subject } stands in another bulletin already.
    Leave it out, then submit again.
refusal-nothing-to-tell-title = Not submitted: the bulletin tells of nothing
refusal-nothing-to-tell =
    A bulletin makes known one served decision at least; a self-requested one has a fault and a promise at least.
    Tick a decision, or fill in the faults and the plan.
refusal-no-counter-signature-title = Not signed: the counter-signature is missing
refusal-no-counter-signature =
    A self-requested bulletin is counter-signed by somebody else before it is signed; nobody is believed who judges themselves alone.
    Ask a discipline officer to counter-sign first.
refusal-no-counter-signature-due-title = Not counter-signed: none is due
refusal-no-counter-signature-due =
    Only a self-requested bulletin is counter-signed; this one rests on decisions.
    The head may sign it right away.
refusal-no-remedy-title = Not served: the decision cannot say until when a review may be asked for
refusal-no-remedy =
    Every decision says to whom and until which day one may turn for a review, and the rules in force on { $day } have no such term.
    Find out what held then, add it to the law, and serve it after that.
refusal-too-soon-title = Not published: not before { $earliest }
refusal-too-soon =
    One whole working day lies between the last service and the publication, so that nobody learns of it from the bulletin.
    Publish on { $earliest } or later.
refusal-no-calendar-title = Not published: the holidays of { $year } are not known yet
refusal-no-calendar =
    One whole working day lies between the last service and the publication. Which days of { $year } are working days is known only from that year’s holiday notice.
    Ask personnel to bring in the notice under “Working days”; then publish.
refusal-law-not-in-force-title = Not done: “{ $name }” was not in force yet
refusal-law-not-in-force =
    The day of this step is { $day }, while “{ $name }” came into force on { $from }. Nobody is judged by a rule that did not exist yet.
    Choose a rule in force on that day; if the day is wrong, mend it.
refusal-law-no-longer-in-force-title = Not done: “{ $name }” was no longer in force
refusal-law-no-longer-in-force =
    The day of this step is { $day }, while “{ $name }” was in force from { $from } until { $until }.
    Choose a rule in force on that day; if the day is wrong, mend it.
refusal-law-unknown-title = Not done: no rule has the code “{ $code }”
refusal-law-unknown =
    The tables of the law do not know “{ $code }”. Nothing is done without a ground.
    Choose one from the list.
refusal-law-set-by-law-title = Not done: “{ $name }” is set by law
refusal-law-set-by-law =
    “{ $name }” stands in { $source }; the county does not change it.
    Choose a term of the county’s own; when the law has changed, wait for the new files of the law.
refusal-law-out-of-bounds-title = Not done: “{ $name }” cannot be that long or that short
refusal-law-out-of-bounds =
    “{ $name }” may be { $shortest } to { $longest }, in that unit. The bounds protect those a matter is about and those who handle it.
    Set it within them.
refusal-law-not-to-come-title = Not done: { $from } is not to come
refusal-law-not-to-come =
    Today is { $today }, and a change of a term begins tomorrow or later. Days that are past have the terms they had.
    Put the first day after today and propose it again.
refusal-law-set-for-that-day-title = Not done: another length is set from { $from } already
refusal-law-set-for-that-day =
    { $source } sets the same term from { $from }. A term has one length on any day.
    Choose another first day.
refusal-outside-authority-title = Not done: “{ $name }” lies outside this organ’s authority
refusal-outside-authority =
    On that day this organ may not decide on “{ $name }” for somebody of the rank: { $rank }. A decision without authority does not count.
    Choose a measure within the authority; if it should weigh more, report it to the organ that may decide.
refusal-outside-authority-unit-title = Not done: “{ $name }” lies outside this organ’s authority
refusal-outside-authority-unit =
    On that day this organ may not decide on “{ $name }” for this unit. A decision without authority does not count.
    Choose a measure within the authority, or report it to the organ that may decide.
refusal-record-only-title = Not done: another organ decides on “{ $name }”
refusal-record-only =
    “{ $name }” is decided by the appointing, supervisory or judicial organ; here only its outcome is kept.
    Choose a measure this organ decides; what should be transferred is transferred in due form.
refusal-too-light-title = Not done: “{ $name }” is more than “{ $weight }” allows
refusal-too-light =
    “{ $name }” is beyond “{ $weight }”: in the unit a reminder or a criticism, in a unit bulletin nothing from an admonition up.
    Choose a lighter measure; if it must be this, send the finding to verification in the county procedure.
refusal-by-others-title = Not done: the { $role } appoints to { $post }
refusal-by-others =
    The organisation department appoints to posts of section level and above, the personnel office to all others.
    Ask the { $role } to do it.
refusal-same-post-title = Not done: { $person } is in { $post } already
refusal-same-post =
    At any time a person is once in a post.
    Check post and day; when the footing changes, end the present one first.
refusal-second-full-post-title = Not done: { $person } has an own post
refusal-second-full-post =
    A person has one own post on any day.
    Transfer them to another, or choose a footing that stands beside the own post.
refusal-no-full-post-title = Not done: { $person } has no own post on { $day }
refusal-no-full-post =
    Concurrent, presiding, acting, posting, loan and village residence stand beside an own post.
    Record the own post first, or check the first day.
refusal-not-leading-title = Not done: { $post } does not lead a unit
refusal-not-leading =
    Presiding and acting are for posts that lead.
    Check the post, or choose concurrent.
refusal-post-held-title = Not done: { $post } is held
refusal-post-held =
    { $holder } holds { $post }, and nobody acts in a post that is held.
    When the holder is away choose presiding; when the holder has left, end that appointment first.
refusal-lent-to-own-unit-title = Not done: { $person } belongs to this unit
refusal-lent-to-own-unit =
    Postings, loans and village residence are with another unit.
    Check the post; for a further post in the own unit choose concurrent.
refusal-away-already-title = Not done: { $person } is away already
refusal-away-already =
    A person has one posting, loan or village residence at a time.
    End the present one first, or check the days.
refusal-days-over-title = Not done: this campaign ended on { $day }
refusal-days-over =
    A plan whose last day is past leaves nobody the time to do what it asks.
    Change its days first, then issue it.
refusal-replaced-by-another-title = Not done: “{ $title }” was replaced by another plan
refusal-replaced-by-another =
    A plan is replaced once.
    Edit which plan this one replaces: choose the one that stands now, or none.
refusal-taken-up-title = Not done: this promise was taken up already
refusal-taken-up =
    Each promise is taken up once, so that one thing has one term.
    Open the one that is there, in the list of rectifications.
refusal-review-not-served-title = Not done: the decision is not served
refusal-review-not-served =
    A review looks at a decision that is served and stands; its term begins with the service.
    Ask once it is served; until then there is the statement.
refusal-review-open-title = Not done: a review is under way
refusal-review-open =
    One decision has one review at a time, so that no two outcomes meet.
    Open the one that is there.
refusal-review-asked-before-title = Not done: this decision was reviewed on request before
refusal-review-asked-before =
    A review can be asked for once; what follows is the appeal.
    The paper of the review says where to appeal and until when.
refusal-review-fallen-title = Not done: the decision stands no more
refusal-review-fallen =
    A review cancelled it; there is nothing left to review.
    Where it is to be decided anew, begin with the notice.
refusal-review-of-office-title = Not done: nobody asked for this review
refusal-review-of-office =
    The organ opened it itself, so nobody can take it back.
    Wait for its panel; you may write to it.
refusal-review-measure-missing-title = Not done: say what it is varied to
refusal-review-measure-missing =
    Varied means another, lighter measure.
    Choose a measure lighter than the one that stands.
refusal-review-measure-not-due-title = Not done: only "varied" has a measure
refusal-review-measure-not-due =
    Upheld, cancelled and sent back change no measure.
    Leave the measure empty, or choose "varied".
refusal-review-same-measure-title = Not done: the measure is no lighter
refusal-review-same-measure =
    It weighs the same as the one that stands: that is "upheld".
    Choose a lighter one, or "upheld".
refusal-nothing-to-correct-title = Not done: there is nothing to correct
refusal-nothing-to-correct =
    Correcting needs a decision that a review changed; withdrawing needs that none stands, and that it was not withdrawn yet.
    Other mistakes go by way of a correction.
refusal-review-late-title = Not done: the term is over
refusal-review-late =
    A review could be asked for until { $day }.
    With a good cause, say why it is late; the organ decides whether to take it in.
refusal-not-standing-title = Not done: the decision stands no more
refusal-not-standing =
    A review cancelled the decision on { $subject }; no bulletin can tell of it.
    Take this entry out of the draft.
refusal-no-promise-title = Not done: the bulletin has no such promise
refusal-no-promise =
    Only what a self-requested bulletin promises can be taken up.
    Check the bulletin and which of its promises you mean.
refusal-extension-used-title = Not done: more time was asked for once already
refusal-extension-used =
    Each rectification may be extended once, whether or not it was granted.
    Keep to the term that runs; where it cannot be kept, say so when you claim it is done.
refusal-extension-late-title = Not done: the term ended on { $day }
refusal-extension-late =
    More time is asked for while the term runs; afterwards there is nothing to extend.
    Put it right as soon as you can, then say that it is done.
refusal-nothing-asked-title = Not done: nobody waits for an answer about more time
refusal-nothing-asked =
    The unit did not ask, or it was answered.
    See the timeline of the rectification.
refusal-reply-pending-title = Not done: the answer may come until { $day }
refusal-reply-pending =
    Somebody was asked in writing and still has time to answer.
    Wait for the answer, or for the term to pass, before it is verified.
refusal-prolonged-before-title = Not done: more time was asked for once before
refusal-prolonged-before =
    A verification is prolonged once at most, whether or not it was granted.
    Submit the facts as they are known.
refusal-prolonged-late-title = Not done: the term was over on { $day }
refusal-prolonged-late =
    More time to verify is asked for while the term runs; afterwards there is nothing to prolong.
    Submit the facts as soon as you can.
refusal-no-prolonging-asked-title = Not done: nobody waits for an answer about more time to verify
refusal-no-prolonging-asked =
    Nobody asked, or it was answered.
    See the timeline of the finding.
refusal-notice-given-title = Not done: somebody was given notice
refusal-notice-given =
    Whoever was given notice is owed a word here on whether it is borne out.
    Adjudicate it first; what else came to light is registered and transferred on its own.
refusal-not-speaker-title = Not done: { $person } cannot speak for { $unit }
refusal-not-speaker =
    Only a unit’s head or liaison speaks for it; { $person } is neither in { $unit }.
    Check who is named on the paper. Where somebody new is head or liaison, have their role granted first.
refusal-no-consent-title = Not done: { $person } has not consented in writing
refusal-no-consent =
    The red list shows a person’s name, which needs their own written consent.
    Ask { $person } to sign it and enter its number, or nominate the unit instead.
refusal-no-final-decision-title = Not done: there is no served decision
refusal-no-final-decision =
    An entry of the black list rests on a decision that is served; that something is borne out is not enough.
    Wait until the decision is served and the time to ask for its review is over.
refusal-not-final-title = Not done: a review may be asked for until { $day }
refusal-not-final =
    As long as that time runs the decision may still change.
    Do it after { $day }.
refusal-list-under-review-title = Not done: the decision is under review
refusal-list-under-review =
    The black list rests on final decisions alone, and this one is being looked at again.
    Wait for the end of the review, and propose it if it is upheld.
refusal-listed-already-title = Not done: this decision was proposed already
refusal-listed-already =
    A decision is listed once, and not again after it came down.
    Open the one that is there, in the list of entries.
refusal-not-shown-title = Not done: this entry is neither in notice nor listed
refusal-not-shown =
    Once it came down, was removed or lost its decision, no name is public and there is nothing to object to or to remove.
    See the timeline of the entry.
refusal-revisit-too-early-title = Not done: the revisit is from { $day } on
refusal-revisit-too-early =
    Right after it is closed nobody can see whether it lasts.
    Go and look on that day or later.
refusal-holds-the-post-title = Not done: { $person } holds { $post }
refusal-holds-the-post =
    Nobody is the deputy for the own post.
    Choose somebody else.
refusal-of-another-unit-title = Not done: { $person } holds no post of this unit
refusal-of-another-unit =
    Whoever stands in for { $post } holds a post of the same unit on that day.
    Choose somebody of the unit, or check the first day.
refusal-leads-nothing-near-title = Not done: { $person } leads neither this unit nor the one above
refusal-leads-nothing-near =
    { $post } leads, so its deputy holds a leading post of the same unit or of the one above on that day.
    Choose another leader, or check the first day.
refusal-second-deputy-title = Not done: { $post } has a deputy
refusal-second-deputy =
    A post has one deputy a day, and on some of these days it is { $other }.
    End that first, or choose other days.
refusal-ends-before-title = Not done: the deputy for { $post } ends on { $day }
refusal-ends-before =
    There is an earlier last day, and it is not moved on.
    To go on, name a deputy from the day after.
refusal-not-away-title = Not done: { $leader } is not away on { $day }
refusal-not-away =
    A deputy acts only while a recorded absence of the leader lasts; whoever is there acts themselves.
    Let { $leader } do it; if they are away, record the absence first.
refusal-not-the-deputy-title = Not done: { $person } is not the deputy of { $leader }
refusal-not-the-deputy =
    On { $day } nobody named { $person } to stand in for a post of { $leader }.
    Let the deputy do it, or ask the organisation department or the head of the unit to name one.
refusal-away-themselves-title = Not done: { $person } is away on { $day } too
refusal-away-themselves =
    Whoever is recorded as away does not act for somebody else.
    Record the return first, or have somebody else named.
refusal-officer-stands-in-title = Not done: the three officers act for nobody
refusal-officer-stands-in =
    The system, security and audit officers do their own work alone and act for no leader.
    Let another deputy do it.
refusal-among-them-title = Not done: { $leader } is away and cannot be among those who do it
refusal-among-them =
    You act for { $leader }, who cannot at the same time be one of those who take this step.
    Take { $leader } off the list; if they are there, let them do it.
refusal-away-then-title = Not done: { $person } is away then already
refusal-away-then =
    There is an absence from { $since } to { $until }, and two share no day.
    Choose other days; after an early return, record that first.
refusal-away-over-title = Not done: this absence of { $person } is over
refusal-away-over =
    Its last day is past, or the return is recorded.
    There is nothing left to do.
refusal-tie-withdrawn-title = Not done: this declaration is withdrawn
refusal-tie-withdrawn =
    A declaration is withdrawn once, and its reason is on record.
    If the tie exists after all, declare it anew.
refusal-own-tie-title = Not done: { $person } is one of the two
refusal-own-tie =
    Neither of the two withdraws a ground of recusal.
    Let another personnel officer look at the papers and do it.
refusal-ticket-day-full-title = Today's { $most } have been received
refusal-ticket-day-full =
    A day takes in { $most }; more could not be answered in time.
    Please come back tomorrow; if it is urgent, call the unit's public number.
refusal-ticket-connection-full-title = { $most } were sent from your connection today
refusal-ticket-connection-full =
    To stop floods, one connection sends { $most } a day.
    Please come back tomorrow, or use another connection.
refusal-ticket-other-kind-title = Not done: this is of the kind “{ $kind }”
refusal-ticket-other-kind =
    The step is not for tickets of this kind.
    Go back to the ticket and see what may be done.
refusal-ticket-nobodys-account-title = Not done: this account belongs to nobody
refusal-ticket-nobodys-account =
    A ticket is handled by a person, who is on record.
    Accept it with your own account.
refusal-ticket-not-the-handler-title = Not done: { $person } has it in hand
refusal-ticket-not-the-handler =
    Whoever accepts a ticket answers it; a change of hands is recorded first.
    Leave it to { $person }, or accept it first.
refusal-ticket-wrote-the-page-title = Not done: { $person } had a hand in this page
refusal-ticket-wrote-the-page =
    Whoever wrote, checked or published a page does not check whether it is wrong.
    Let somebody else of the office accept it.
refusal-ticket-handled-before-title = Not done: { $person } handled it the first time
refusal-ticket-handled-before =
    The sender said that it was not solved, so another hand takes it.
    Let somebody accept it who did not handle it before.
refusal-ticket-reopened-before-title = Not done: it was reopened once
refusal-ticket-reopened-before =
    A ticket is reopened once, and this one was.
    If you are still not satisfied, call 12345 or turn to the petition office.
refusal-ticket-too-late-title = Not done: { $day } is over
refusal-ticket-too-late =
    That it is not solved could be said until { $day }.
    Please send a new one.
refusal-not-drawn-title = Not planned: { $unit } was not drawn
refusal-not-drawn =
    This draw is not made yet, is another office’s, or did not draw { $unit }.
    Plan the visit without the draw, or draw first.
refusal-planned-already-title = Not planned: { $unit } has its visit
refusal-planned-already =
    One visit comes of each unit drawn, and the one to { $unit } is planned or made.
    Change that visit, or plan another without the draw.
guard-intake = how many tickets a day takes in
guard-stand-in = deputies and acting for another
guard-two-inspectors = at least two inspectors
guard-trained = trained inspectors
guard-G1 = separation
guard-G2 = recusal
guard-order = the order of steps
guard-version = the latest version counts
guard-past = only what has happened
guard-frequency = how often a unit is visited
guard-to-come = only what is to come
guard-second-officer = a second officer confirms
guard-three-officers = the three officers are kept apart
guard-two-verifiers = at least two verifiers
guard-light = Light procedure
guard-panel = a panel decides
guard-vote = what a meeting voted
guard-G3 = notice given and the other side heard
guard-G4 = the way to a review
guard-G5 = authority under the law of the day
guard-G7 = no heavier for having spoken
guard-G8 = the publication gate
guard-sources = a bulletin rests on decisions
guard-counter-signature = the counter-signature
guard-appointment = Appointments
guard-third-person = a third person looks
guard-for-unit = who speaks for a unit
guard-consent = their own written consent
guard-final-decision = a decision that is final
guard-own-fault = nobody answers by position alone
refusal-no-chain-title = Not given: no chain of responsibility is laid
refusal-no-chain =
    Somebody else was given notice of this matter. Before { $person } is, the law asks whose duty it was, whose fault, and what part each had.
    Lay the chain on the page of the finding, with { $person } and whoever was given notice in it.
refusal-not-in-chain-title = Not given: { $person } is not in the chain
refusal-not-in-chain =
    The chain of responsibility does not hold { $person }; neither duty nor fault is known.
    If there is a fault, lay the chain anew before anything is decided, with the duty, the fault and its facts.
refusal-link-exculpated-title = Not done: { $person } is exculpated
refusal-link-exculpated =
    In the chain { $person } ({ $position }) is exculpated: “{ $ground }”. They cannot be held to account.
    If that proves wrong, lay the chain anew before anything is decided, with the fault and its facts; if notice was given, a panel decides that nothing follows.
refusal-no-own-fault-title = Not done: { $person } has no fault of their own
refusal-no-own-fault =
    In the chain no fault of { $person } ({ $position }) is known; nobody answers by position alone.
    If there is a fault, lay the chain anew before anything is decided, with the fault and its facts.
refusal-leaders-not-asked-title = Not given: no leader was asked first
refusal-leaders-not-asked =
    { $person } is in the chain as “{ $position }”, and neither a line manager nor the unit head is: nobody asked whether people, instruction and means were given.
    Lay the chain anew with one of them and answer the three questions.
refusal-lack-unanswered-title = Not laid: { $person } did not give this: { $provision }
refusal-lack-unanswered =
    { $person } did not give this: { $provision }. Whether that is their own fault is not said.
    Write in that group the fault with its facts, or the exculpation with its proof.
refusal-neither-fault-nor-proof-title = Not laid: { $person } has neither fault nor exculpation
refusal-neither-fault-nor-proof =
    { $person } ({ $position }) cannot stand in the chain by position alone.
    Write their own fault with its facts, or the exculpation with its proof; with neither, leave them out.
refusal-nobody-deceived-title = Not laid: no handler deceived { $person }
refusal-nobody-deceived =
    { $person } is said to have been deceived by the handler, and no handler in the chain is at fault.
    Add the handler with the facts, or choose another exculpation.
refusal-share-without-fault-title = Not laid: { $person } has no fault and bears no share
refusal-share-without-fault =
    { $person } ({ $position }) has no fault of their own and bears no share.
    Leave the share of that group empty.
refusal-shares-do-not-fit-title = Not laid: the shares do not make a whole
refusal-shares-do-not-fit =
    { $found ->
        [one] One person is at fault and bears all of it.
       *[other] { $found } people are at fault: at least one bears the main part, and nobody all of it.
    }
    Change the shares, or leave them to the rule.
refusal-noticed-left-out-title = Not laid: { $person }, who was given notice, is left out
refusal-noticed-left-out =
    { $person } was given notice of this matter and is not in the chain.
    Add them, with a fault or an exculpation.
refusal-chain-decided-title = Not laid: something is decided
refusal-chain-decided =
    A person was decided on in this matter: the chain stands as it is.
    Whoever disagrees asks for a review.
refusal-length-outside-title = Not decided: the length is outside the range
refusal-length-outside =
    “{ $measure }” lasts from { $shortest } to { $longest }, and this does not.
    State a length within that range.
refusal-no-length-title = Not decided: this measure has no length
refusal-no-length =
    “{ $measure }” does not last for a time, so no length is stated.
    Leave the length empty, or choose a measure that lasts.
refusal-review-length-to-state-title = Not decided: the lighter measure needs a length
refusal-review-length-to-state =
    The lighter measure lasts for a time, which only the panel that decides it states.
    Choose a measure that does not last, or send the decision back.
refusal-source-sealed-before-title = Not sealed: this finding's source is sealed already
refusal-source-sealed-before =
    A source is sealed once, and not changed afterwards.
    If somebody else told as well, register another finding.
refusal-source-nothing-sealed-title = Not done: no source is sealed
refusal-source-nothing-sealed =
    Nothing was sealed for this finding, or it has been erased.
    There is nothing to open.
refusal-source-asked-before-title = Not done: your earlier request is not over
refusal-source-asked-before =
    One person has one request for one source at a time.
    Look at it in the list of openings; close it first if it is needed no more.
refusal-source-one-hand-title = Not opened: { $person } asked for it
refusal-source-one-hand =
    A sealed source takes two people in two roles; nobody holds both keys.
    Let another adjudicator or the head of the organ answer.
refusal-source-brought-in-title = Not opened: { $person } found, registered or sealed it
refusal-source-brought-in =
    Whoever brought a finding in does not decide who may know its source.
    Let an adjudicator or the head of the organ answer who had no part in that.
refusal-source-over-title = Not shown: the 24 hours are over
refusal-source-over =
    It was open until { $moment } and closed by itself.
    To read it again, ask again.
refusal-suspicion-noted-before-title = Not noted: one is noted of this finding already
refusal-suspicion-noted-before =
    It is noted once for a finding.
    Tell whoever takes it further what there is to add.
refusal-suspicion-not-the-adjudicator-title = Not noted: { $person } did not adjudicate this finding
refusal-suspicion-not-the-adjudicator =
    Whoever found it unfounded notes a suspicion; nobody else weighed the whole matter.
    Let them note it.
refusal-suspicion-adjudicated-title = Not done: { $person } took part in adjudicating the earlier finding
refusal-suspicion-adjudicated =
    Whoever found it unfounded does not decide whether to go after whoever told.
    Let somebody do it who took no part in that.
refusal-sanction-not-heard-title = Not recorded: it does not say when the subject was heard
refusal-sanction-not-heard =
    Nobody is sanctioned before they were heard, and the document says so.
    Enter the day it says; where it says none, return it to the organ that decided.
refusal-sanction-heard-after-title = Not recorded: heard after the decision
refusal-sanction-heard-after =
    Heard on { $heard }, decided on { $day }: who is sanctioned is heard first.
    Check both days in the document; if it says so, return it to the organ that decided.
refusal-sanction-no-period-title = Not recorded: discharge has no period
refusal-sanction-no-period =
    A discharge ends the employment on the day of the decision; no period is counted.
    Leave the period empty.
refusal-sanction-period-outside-title = Not recorded: a period of { $stated } months lies outside the range
refusal-sanction-period-outside =
    For “{ $measure }” of that day the period lies between { $least } and { $most } months.
    Check the document; without several of one kind at once, leave the period empty.
refusal-attendance-not-to-come-title = Not saved: days that are over stay as they are
refusal-attendance-not-to-come =
    A rule binds days to come; { $since } is too early.
    Write { $least } or later.
refusal-attendance-bound-title = Not saved: another rule binds already
refusal-attendance-bound =
    “{ $code }” binds from { $since }.
    End that first, or choose other days.
refusal-attendance-not-one-rule-title = Not saved: exactly one rule is needed
refusal-attendance-not-one-rule =
    There are { $count } rules in it.
    Write one at a time.
refusal-attendance-no-such-rule-title = Not saved: there is no such rule
refusal-attendance-no-such-rule =
    “{ $code }” is not in force on the first day.
    Adopt it first, or begin later.
refusal-attendance-nothing-to-explain-title = Not saved: nothing to explain
refusal-attendance-nothing-to-explain =
    { $day } asks for no explanation.
    If the result is wrong, ask personnel to look at the punches.
refusal-attendance-not-asked-title = Not settled: the person was not asked
refusal-attendance-not-asked =
    Nobody has asked about { $day }, and the person has said nothing; nothing is held against somebody who was not heard.
    Choose “Ask” first and wait for their words or until the days are over; what clears the person may be settled now.
refusal-attendance-not-heard-yet-title = Not settled: the person may still explain
refusal-attendance-not-heard-yet =
    They have until { $until }.
    Wait for their words, or until that day is over.
refusal-attendance-no-calendar-title = Not saved: the calendar is unknown
refusal-attendance-no-calendar =
    The holiday notice of { $year } is missing, so the days cannot be counted.
    Bring the notice in first.
refusal-attendance-not-absent-title = Not settled: nobody was absent
refusal-attendance-not-absent =
    No half-day is without evidence.
    Let the result stand, or find something else.
refusal-attendance-own-day-title = Not settled: it is your own day
refusal-attendance-own-day =
    Somebody else settles your days.
    A head's are settled by a county leader.
refusal-attendance-settled-it-title = Not decided: you settled it
refusal-attendance-settled-it =
    Somebody else looks again.
    Ask another officer of personnel.
refusal-attendance-heavier-title = Not decided: heavier than what was contested
refusal-attendance-heavier =
    Looking again finds nothing heavier.
    Find the same or something milder.
refusal-attendance-too-late-title = Not contested: the days for it are over
refusal-attendance-too-late =
    They ended on { $until }.
    If there is new evidence, tell personnel.
refusal-attendance-month-not-over-title = Not agreed: the month is not over
refusal-attendance-month-not-over =
    It can be agreed from { $from } on.
    Until a month is over its days still change.
refusal-attendance-unsettled-title = Not agreed: days are open
refusal-attendance-unsettled =
    { $count } days are absent, in doubt or explained and not settled.
    Settle them first.
refusal-attendance-empty-title = Not agreed: there is no attendance
refusal-attendance-empty =
    This unit has none in this month.
    Say first which rule binds it: attendance begins on that day.
refusal-attendance-changed-title = Not sealed: it has changed
refusal-attendance-changed =
    The days came to something else since the unit agreed.
    Send it back to be agreed anew.
refusal-attendance-nothing-new-title = Not corrected: nothing is new
refusal-attendance-nothing-new =
    The days are as the last copy has them.
    Correct it once there are new punches, requests or findings.
refusal-attendance-agreed-it-title = Not sealed: two people are needed
refusal-attendance-agreed-it =
    Whoever agreed for the unit does not seal.
    Ask another officer of personnel.
refusal-roster-no-duty-rule-title = Not set up: “{ $code }” is no rule of duty
refusal-roster-no-duty-rule =
    The rule of a duty post has a duty and is asked on every day, and the county has adopted it.
    Name such a rule, or ask personnel to adopt one first.
refusal-roster-too-many-posts-title = Not set up: there are { $most } posts already
refusal-roster-too-many-posts =
    A unit has at most { $most } duty posts at once.
    Close one that is not used any more first.
refusal-roster-begun-title = Not published: a duty of { $day } has begun
refusal-roster-begun =
    A roster is published before its duties begin. What nobody was told of, nobody owed.
    Take the turns that have begun off, then publish. Those that were kept are added by a change afterwards, with a reason.
refusal-roster-empty-title = Not published: nobody is on the roster of { $month }
refusal-roster-empty =
    An empty roster binds nobody.
    Draw it up first, then publish.
refusal-roster-not-published-title = Not asked: the roster of { $month } is not published
refusal-roster-not-published =
    Nobody is bound by a draft, so there is nothing to hand over.
    Ask whoever draws it up to change it.
refusal-roster-not-their-turn-title = Not done: the turn of { $day } is not { $person }’s
refusal-roster-not-their-turn =
    Only a turn of one’s own is handed over, as the roster stands after changes and earlier hand-overs.
    Look at the roster as it is now and choose again.
refusal-roster-has-it-already-title = Not done: { $person } is on this post on { $day } already
refusal-roster-has-it-already =
    One person does not count as two on one post and day.
    Name somebody else.
refusal-roster-asked-already-title = Not asked: the turn of { $day } waits for an answer
refusal-roster-asked-already =
    One turn is asked to be handed over once at a time.
    Take the first back, or wait for its answer.
refusal-roster-own-swap-title = Not done: { $person } is one of the two
refusal-roster-own-swap =
    Neither who hands a turn over nor who takes it decides on it.
    Ask another head of the unit, or personnel.
refusal-roster-not-of-unit-title = Not kept: { $person } is not of this unit on { $day }
refusal-roster-not-of-unit =
    A roster names people who hold a post in the unit on that day or are lent to it.
    Name somebody else. Of somebody who has just come, let the appointment be recorded first.
guard-clash = nothing else on the same hours
guard-in-time = in time and not too often
guard-entitlement = no more than there is
refusal-request-overlap-title = Not asked: { $person } has a request ({ $other }) on these hours
refusal-request-overlap =
    From { $begins } to { $ends } there is a request already ({ $other }); a second one ({ $kind }) cannot stand beside it.
    Take that back or end it first, or choose other hours.
refusal-request-clash-title = Not asked: { $kind } and { $other } on the same hours
refusal-request-clash =
    { $person } has a request ({ $other }) from { $begins } to { $ends }; { $kind } cannot stand beside it.
    Take that back or end it first, or choose other hours.
refusal-request-too-late-title = Not asked: too late ({ $kind })
refusal-request-too-late =
    { $until } was the last day to ask.
    If it was so, have personnel key the approved paper.
refusal-request-quota-spent-title = Not asked: no correction is left
refusal-request-quota-spent =
    From { $since } to { $until } there were { $most } corrections.
    If it was so, have personnel key the approved paper.
refusal-request-punched-title = Not asked: there is a punch near that moment
refusal-request-punched =
    There is one at { $punched }; what was punched is not corrected.
    If the terminal was down, have personnel record the outage first.
refusal-request-own-title = Not done: { $person } cannot answer their own request
refusal-request-own =
    Nobody answers or keys their own request.
    Have somebody else do it who may.
refusal-request-of-a-head-title = Not done: { $person } heads the unit
refusal-request-of-a-head =
    The request of a head is answered by the county's leaders, not in the unit.
    Have one of them do it.
refusal-request-beyond-title = Not asked: not enough { $name }
refusal-request-beyond =
    Asked for { $wanted } days, { $left } are left.
    Ask for less, or for another leave.
refusal-request-beyond-hours-title = Not asked: not enough { $name }
refusal-request-beyond-hours =
    Asked for { $wanted } hours, { $left } are left.
    Ask for less, or for another leave.
refusal-request-half-of-its-day-title = Not asked: { $name } is half of its own day
refusal-request-half-of-its-day =
    It is on { $day }, in the morning or in the afternoon; where that is a day of rest, no other day makes up for it.
    Ask for half of that day, or for another leave.
refusal-request-year-unknown-title = Not asked: the holidays of { $year } are not known
refusal-request-year-unknown =
    This leave is counted in working days, and which days of that year are worked is not known; nothing is guessed.
    Ask once the notice is brought in.
refusal-request-not-theirs-title = Not recorded: { $person } does not decide on it
refusal-request-not-theirs =
    The head of the unit decides; of a head's own request the county's leaders do.
    Check who approved it on the paper.
refusal-adoption-at-fault-title = Not put into force: { $count } errors in the text
refusal-adoption-at-fault =
    The first stands in line { $line }; a text with errors is never half in force.
    Mend it in the editor and check it before you put it into force.
refusal-adoption-other-scheme-title = Not saved: the code is not the draft’s
refusal-adoption-other-scheme =
    This draft has the code { $code }; with another code it is another scheme.
    Put the code back, or draft another scheme.
refusal-adoption-day-past-title = Not done: { $day } is past
refusal-adoption-day-past =
    A scheme does not reach back: it neither begins nor ends on a day that is over.
    Write today or a later day.
refusal-adoption-later-begins-title = Not put into force: a later version begins on { $day }
refusal-adoption-later-begins =
    A new version does not go before one that is already approved.
    Choose that day or a later one.
refusal-adoption-not-begun-title = Not ended: it begins on { $day }
refusal-adoption-not-begun =
    A scheme does not end before it begins.
    Write its first day or a later one.
refusal-filing-filed-before-title = Not filed: it was filed on { $day }
refusal-filing-filed-before =
    Each item is filed once.
    To change it use a correction; the earlier filing stays.
refusal-filing-not-begun-title = Not filed: the cycle begins on { $day }
refusal-filing-not-begun =
    There is nothing to file for a cycle that has not begun.
    File on that day or later.
refusal-filing-corrected-since-title = Not corrected: it was corrected since
refusal-filing-corrected-since =
    A correction is made of the latest filing, so that there are never two of one.
    Open the latest one and correct that.
refusal-filing-own-entry-title = Not filed: { $person } wrote the entry
refusal-filing-own-entry =
    What an entry calls for is done by somebody else than whoever wrote or keys it.
    Ask a colleague who may to do it.
refusal-filing-asked-before-title = Not asked: it was asked about on { $day }
refusal-filing-asked-before =
    A prompt is asked about once.
    Read the answer, or take the prompt up or dismiss it.
refusal-filing-asks-another-title = Not filed: it asks { $person }
refusal-filing-asks-another =
    Whoever is asked in person answers in person.
    Wait for their answer, or ask them.
refusal-prompt-fallen-title = Not done: { $subject } is prompted no more
refusal-prompt-fallen =
    The facts changed and the rule does not hit any more.
    Open the prompts again to see how it stands.
refusal-prompt-dealt-with-title = Not done: somebody dealt with it on { $day }
refusal-prompt-dealt-with =
    A prompt is dealt with once.
    Open the prompts again to see what came of it.
refusal-prompt-own-title = Not done: this prompt is about { $person }
refusal-prompt-own =
    Nobody deals with a prompt about themselves, nor keys it for another.
    Ask somebody else to do it.
