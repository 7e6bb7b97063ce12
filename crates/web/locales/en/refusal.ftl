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
    This visit is at “{ $stage }”, where the step “{ $act }” is not possible. Somebody may just have taken the step before you.
    Open the visit to see how far it is and whose turn is next.
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
refusal-not-told-yet-title = Not sent: this visit is not on file yet
refusal-not-told-yet =
    A unit replies once the visit is filed and it has been told.
    It will then appear on your page “Today”; reply there.
guard-two-inspectors = at least two inspectors
guard-trained = trained inspectors
guard-G1 = separation
guard-G2 = recusal
guard-order = the order of steps
guard-version = the latest version counts
guard-past = only what has happened
guard-second-officer = a second officer confirms
guard-three-officers = the three officers are kept apart
